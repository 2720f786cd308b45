"""Remembering what stands between two spaces gives spaCy's own tokens."""

import string

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from jdrewrite.language import chunks
from jdrewrite.language.chunks import Chunks
from jdrewrite.language.model import pipeline
from tests.part import tries

WORDS = [
    "can't",
    "customers’",
    "(e.g.,",
    "24/7",
    "and/or",
    ":-)",
    "8)",
    "U.S.",
    "“so",
    "that”",
    "A.",
    "$1,500",
    "-",
    "'s",
    "cannot",
    "Dont",
    "gonna",
    "kWh",
    "PhD",
    "Ltd",
    "am",
    "Inc.",
    "etc.",
    "gonna,",
    "cant.",
    "no.",
    "i.",
    "PhD.",
    "km.",
    "kWh,",
    "COVID.",
    "org.",
]
LETTERS = st.text(string.ascii_letters, min_size=1, max_size=12).flatmap(
    lambda word: st.sampled_from([word, f"{word},", f"{word}.", f"{word}.,", f"({word}"])
)
SEEN = ["ORTH", "NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"]
"""What the model sees of a token."""
TEXTS = st.lists(st.sampled_from(WORDS) | LETTERS | st.text(max_size=8), max_size=6).map(" ".join)


@given(st.lists(TEXTS, max_size=4))
@settings(max_examples=tries(300), deadline=None)
def test_tokens_are_those_of_the_tokenizer(texts):
    docs = [pipeline().make_doc(text) for text in texts]
    wanted = [(tuple(t.text for t in doc), tuple(t.lower_ for t in doc)) for doc in docs]
    assert Chunks(pipeline()).read(texts) == wanted


@given(st.lists(TEXTS, max_size=4))
@settings(max_examples=300, deadline=None)
def test_documents_made_of_known_tokens_are_those_of_the_tokenizer(texts):
    known = Chunks(pipeline())
    for text, (tokens, _) in zip(texts, known.read(texts), strict=True):
        own, asked = known.doc(text, tokens), pipeline().make_doc(text)
        assert own.text == asked.text
        assert (own.to_array(SEEN) == asked.to_array(SEEN)).all()


def test_what_the_tokenizer_takes_a_word_for_is_kept():
    known = Chunks(pipeline())
    ((tokens, _),) = known.read(["You can't."])
    assert [token.norm_ for token in known.doc("You can't.", tokens)] == ["you", "can", "not", "."]


def test_the_memory_is_bounded(monkeypatch):
    monkeypatch.setattr(chunks, "REMEMBERED", 5)
    known = Chunks(pipeline())
    for n in range(20):
        assert known.read([f"file {n}"]) == [(("file", str(n)), ("file", str(n)))]
    assert len(known._known) <= 5


def test_what_other_rules_make_of_plain_letters_is_asked_of_them():
    nlp = spacy.blank("en")
    nlp.tokenizer.suffix_search = spacy.util.compile_suffix_regex(["able"]).search
    assert Chunks(nlp).read(["reliable and"]) == [(("reli", "able", "and"), ("reli", "able", "and"))]


def test_exceptions_of_the_tokenizer_are_asked_of_it():
    nlp = spacy.blank("en")
    nlp.tokenizer.add_special_case("helpdesk", [{"ORTH": "help"}, {"ORTH": "desk"}])
    assert Chunks(nlp).read(["helpdesk"]) == [(("help", "desk"), ("help", "desk"))]
