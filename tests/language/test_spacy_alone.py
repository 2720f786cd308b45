"""spaCy begins with less of it; nothing that it does is another for it, and nothing of it is out of reach."""

from __future__ import annotations

import subprocess
import sys

import spacy

from jdrewrite.language.model import PACKAGED, pipeline

_READ = """
import sys
from jdrewrite.analysis.assess import label
list(label([{"id": "1", "text": "Answer customers within a day."}]))
brought = {"spacy", "spacy.cli", "spacy.cli.info", "requests", "weasel", "jinja2"} & sys.modules.keys()
assert brought == {"spacy"}, brought
import spacy
assert callable(spacy.cli.download)
assert spacy.info()["spacy_version"] == spacy.__version__
from spacy.cli import info, train
assert spacy.cli is sys.modules["spacy.cli"]
assert not hasattr(spacy, "nonsense")
"""


def test_reading_leaves_its_command_line_alone_until_somebody_asks_for_it() -> None:
    subprocess.run([sys.executable, "-W", "error::ImportWarning", "-c", _READ], check=True)


def test_a_tokenizer_that_is_read_late_is_the_models_own() -> None:
    plain = spacy.load(PACKAGED, exclude=["ner"])
    late = pipeline(PACKAGED, quick=False)
    assert late.tokenizer.to_bytes(exclude=["vocab"]) == plain.tokenizer.to_bytes(exclude=["vocab"])
    assert {lexeme.text for lexeme in late.vocab} >= {lexeme.text for lexeme in plain.vocab}
    assert late.pipe_names == plain.pipe_names
