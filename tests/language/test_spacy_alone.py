"""spaCy begins with less of it; nothing that it does is another for it, and nothing of it is out of reach."""

from __future__ import annotations

import subprocess
import sys

import spacy

from jdrewrite.language.model import PACKAGED, pipeline, whole_pipeline

_READ = """
import sys
from jdrewrite.analysis.labelling import label
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


TEXTS = (
    "Processes vendor invoices and was asked for better ones.",
    "You will lead three teams, so that customers aren't kept waiting.",
    "Children's books (e.g. atlases) are bought, sold and given away.",
)


def test_lemmas_are_those_of_the_model_though_what_tells_them_is_read_late() -> None:
    plain = spacy.load(PACKAGED, exclude=["ner"])
    late = whole_pipeline()
    assert late is whole_pipeline() is pipeline()
    assert late.pipe_names == plain.pipe_names
    for text in TEXTS:
        assert told(late, text) == told(plain, text)


def told(nlp: spacy.Language, text: str) -> list[tuple[str, ...]]:
    return [(t.text, t.lemma_, t.pos_, t.tag_, t.dep_, str(t.morph)) for t in nlp(text)]


def test_lemmas_can_be_asked_for_by_several_at_once() -> None:
    code = (
        "from concurrent.futures import ThreadPoolExecutor\nfrom jdrewrite.language.parse import parse\n"
        "texts = [f'Answered {n} letters' for n in range(40)]\n"
        "with ThreadPoolExecutor(8) as pool:\n    found = list(pool.map(parse, texts))\n"
        "assert [each.tokens[0].lemma for each in found] == ['answer'] * 40, found"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
