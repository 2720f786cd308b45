"""Evidence that a person can read by itself: whole phrases, whatever stretch of words decided a label."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdrewrite.analysis.light import LightDoc
from jdrewrite.analysis.readable import LONGEST, readable
from jdrewrite.analysis.reading import Reader
from jdrewrite.language.model import pipeline


def light(text):
    doc = pipeline().make_doc(text)
    return LightDoc(text, tuple(t.text for t in doc), tuple(t.lower_ for t in doc))


def shown(text, core):
    doc = light(text)
    words = [t.text for t in pipeline().make_doc(core)]
    first = next(i for i in range(len(doc)) if list(doc.texts[i : i + len(words)]) == words)
    start, end = readable(doc, first, first + len(words))
    return text[doc.starts[start] : doc.starts[end - 1] + len(doc.texts[end - 1])]


@pytest.mark.parametrize(
    ("text", "core", "whole"),
    [
        # neither a noun nor a verb is left without what belongs to it
        ("Gauge the good our library is doing.", "good our library is", "Gauge the good our library is doing"),
        ("Bring fresh bread to busy families every day.", "fresh bread to busy", None),
        ("Keep the till open, so that parents can pay in cash.", "parents can", "parents can pay in cash"),
        ("Look after cost-conscious tenants.", "cost", "Look after cost-conscious tenants"),
        ("Work cross-departmentally with the bakery.", "departmentally with the bakery", None),
        # small words are not the beginning, and the verb is kept with what hangs on it
        ("We run some stalls, in order to feed visitors.", "order to feed visitors", "feed visitors"),
        ("Fix lifts that carry residents.", "carry residents", "Fix lifts that carry residents"),
        ("Whoever runs late, is a worry to riders.", "a worry to", "a worry to riders"),
        ("Plan with at least two farms.", "at least two farms", "Plan with at least two farms"),
        # lists and qualities go to their end, brackets are not left open
        ("Speak with bakers, millers and farmers.", "bakers", "Speak with bakers, millers and farmers"),
        ("Offer families a calm, friendly place.", "families a calm", "Offer families a calm, friendly place"),
        ("Help many shops (bakers, dairies) every day.", "many shops (bakers", "Help many shops"),
        # another act is another clause
        (
            "Give every guest a warm welcome on the first evening and count the towels in the store of the hotel.",
            "warm welcome",
            "Give every guest a warm welcome on the first evening",
        ),
        ("Plan and bake the cakes.", "bake the cakes", None),
    ],
)
def test_a_stretch_grows_to_what_can_be_read(text, core, whole):
    assert shown(text, core) == (whole or text.rstrip("."))


def test_a_long_clause_is_cut_between_phrases():
    text = (
        "Bake bread for the families of the northern quarter of our town and for the guests of every inn along the "
        "old road to the sea with flour from the mill."
    )
    found = shown(text, "guests of every inn")
    assert "guests of every inn" in found
    assert len(found.split()) <= LONGEST
    assert found.split()[-1] not in {"the", "of", "along", "old"}


words = st.lists(
    st.sampled_from("We bake bread and , ( ) for the guests of inns that to help - is are well as / . sell".split()),
    min_size=1,
    max_size=40,
)


@given(words, st.data())
def test_there_is_always_a_stretch(parts, data):
    doc = light(" ".join(parts))
    start = data.draw(st.integers(0, len(doc) - 1))
    end = data.draw(st.integers(start + 1, len(doc)))
    first, last = readable(doc, start, end)
    assert 0 <= first < last <= len(doc)


def test_learned_labels_show_a_whole():
    text = "Build services that are faster and more reliable for the people who depend on them."
    (found,) = [e for e in Reader().read([text])[0].evidence if e.lens == "frame"]
    assert found.rule == "frame.stewardship.learned"
    words = text[found.start : found.end].split()
    assert words[0] not in {"that", "are", "and", "for", "the"}
    assert words[-1] in {"reliable", "people", "them"}
