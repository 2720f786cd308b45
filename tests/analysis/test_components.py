"""The spaCy components: in any pipeline they say of a sentence what ``analyse`` says of it."""

import pytest
import spacy
from spacy.language import Language

from jdrewrite.analysis import analyse
from jdrewrite.documents import read
from jdrewrite.language.model import default_model
from jdrewrite.model import LENSES
from tests.conftest import ROOT
from tests.part import part

EXAMPLES = sorted((ROOT / "examples" / "markdown").glob("*.md"))


@pytest.fixture(scope="module", params=["blank", "sentencizer", "model"])
def nlp(request: pytest.FixtureRequest) -> Language:
    made = spacy.load(default_model()) if request.param == "model" else spacy.blank("en")
    if request.param == "sentencizer":
        made.add_pipe("sentencizer")
    for lens in LENSES:
        made.add_pipe(f"jd_{lens}")
    return made


def test_it_needs_no_parser(nlp):
    doc = nlp("Help families keep their home. You will maximise revenue.")
    stop = next(token.i for token in doc if token.text == ".")
    first, second = doc[: stop + 1], doc[stop + 1 :]
    assert first._.jd_customer == "external"
    assert [token.text for token in doc if token._.jd_served == "external"] == ["families"]
    assert second._.jd_frame == "inward"


@pytest.mark.long
@pytest.mark.parametrize("path", part(EXAMPLES, every=5), ids=lambda path: path.stem)
def test_it_says_what_analyse_says(nlp, path):
    compared = 0
    for statement in analyse(read(path)).statements:
        doc = nlp(statement.text)
        if doc.has_annotation("SENT_START") and len(list(doc.sents)) != 1:
            continue  # other sentences are other statements
        compared += 1
        for lens in LENSES:
            value = getattr(statement.labels, lens)
            told = {True: "yes", False: "no"}.get(value, value)
            assert getattr(doc._, f"jd_{lens}") == told, (lens, statement.text)
        spots = {(e.lens, e.rule) for e in statement.evidence}
        assert spots <= {(lens, span.label_) for lens in LENSES for span in doc.spans[f"jd_{lens}"]}
    assert compared > 5


def test_evidence_stands_in_the_tokens_of_the_text(nlp):
    text = "Supervise  the new\nnurses for the good of patients."
    doc = nlp(text)
    assert [span.text for span in doc.spans["jd_customer"]] == ["patients"]
    assert doc.spans["jd_frame"]
    assert all(text[span.start_char : span.end_char] == span.text for span in doc.spans["jd_frame"])
    assert [token.text for token in doc if token._.jd_served] == ["patients"]
