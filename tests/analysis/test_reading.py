"""Reading statements: short cuts change nothing, memory is bounded, the components tell what the analysis tells."""

from pathlib import Path

import pytest
import spacy

import jdrewrite
from jdrewrite.analysis import reading
from jdrewrite.analysis.reading import Reader
from jdrewrite.analysis.statements import cut
from jdrewrite.language.model import default_model
from jdrewrite.language.words import plain
from jdrewrite.model import LENSES

EXAMPLES = sorted(
    p for p in (Path(__file__).parents[2] / "examples").glob("*/*") if p.suffix in {".md", ".txt", ".docx"}
)


def statements(paths):
    found = [plain(b.text[a:z]) for p in paths for b, spans in cut(jdrewrite.read(p)) for a, z in spans]
    return list(dict.fromkeys(found))


def test_short_cuts_change_no_label_and_no_evidence():
    texts = statements(EXAMPLES)
    assert len(texts) > 100
    assert Reader().read(texts) == Reader(short_cuts=False).read(texts)


@pytest.mark.shared
def test_short_cuts_change_nothing_on_real_job_descriptions(shared):
    texts = statements(sorted((shared / "data/jds").glob("*/*.md"))[::20])
    assert Reader().read(texts) == Reader(short_cuts=False).read(texts)


def test_few_statements_are_parsed_and_some_are_only_tagged(monkeypatch):
    asked = {"tagged": [], "parsed": []}

    def counted(name):
        own = getattr(reading, name)

        def ask(nlp, things):
            asked[name].extend(things)
            return own(nlp, things)

        return ask

    for name in asked:
        monkeypatch.setattr(reading, name, counted(name))
    texts = statements(EXAMPLES)
    Reader().read(texts)
    assert 0 < len(asked["parsed"]) < len(asked["tagged"]) < 0.8 * len(texts)


def test_the_memory_of_a_reader_is_bounded(monkeypatch):
    monkeypatch.setattr(reading, "MEMO", 5)
    reader = Reader()
    reader.read([f"Keep file {n} in order." for n in range(20)])
    assert len(reader._memo) == 5


def test_the_trained_part_can_be_left_out():
    text = "Build services that are faster and more reliable for the people who depend on them."
    assert Reader().read([text])[0].labels.frame == "stewardship"
    assert Reader(trained=False).read([text])[0].labels.frame == "neutral"


def test_components_in_anyones_pipeline_tell_the_same():
    nlp = spacy.load(default_model())
    for lens in LENSES:
        nlp.add_pipe(f"jd_{lens}")
    texts = ["You will help guests plan their stay and listen to what they say.", "You will maximise revenue."]
    doc = nlp(" ".join(texts))
    first, second = doc.sents
    found, other = Reader().read(texts)
    assert (
        (first._.jd_frame, second._.jd_frame) == (found.labels.frame, other.labels.frame) == ("stewardship", "inward")
    )
    assert second._.jd_customer == other.labels.customer == "none"
    assert doc._.jd_customer == found.labels.customer == "external"
    assert (doc._.jd_voice == "yes") == found.labels.voice
    (span, *_) = doc.spans["jd_frame"]
    assert span.label_.startswith("frame.stewardship.")
    assert span._.jd_frame == "stewardship"
    assert doc[:2]._.jd_frame == "neutral"


@pytest.mark.parametrize(
    ("text", "words"),
    [("Follow up non-first-contact resolution of calls.", "non-first-contact resolution of calls"), ("Win on-time renewals.", "on-time renewals")],
)  # fmt: skip
def test_evidence_begins_and_ends_with_whole_words(text, words):
    spots = [e for e in Reader().read([text])[0].evidence if e.lens == "measure"]
    assert any(text[e.start : e.end] == words for e in spots)
    assert not any(text[e.start : e.end].startswith("-") or text[e.start : e.end].endswith("-") for e in spots)
