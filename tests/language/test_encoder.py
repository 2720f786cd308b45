"""The quick layers give the vectors, tags and relations of the model's own."""

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from jdrewrite.language import encoder
from jdrewrite.language.encoder import Encoder, quicken
from jdrewrite.language.model import UNUSED, default_model, pipeline
from tests.part import tries

WORDS = (
    "You will help customers' families (e.g. in Leeds) plan 3 moves a year, so that nobody waits – U.S. can't".split()
)
TEXTS = st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=12).map(" ".join)


def vectors(nlp, texts):
    return nlp.get_pipe("tok2vec").predict([nlp.make_doc(text) for text in texts])


@given(st.lists(TEXTS, min_size=1, max_size=5))
@settings(max_examples=tries(100), deadline=None)
def test_vectors_are_those_of_the_model(texts):
    for own, quick in zip(vectors(pipeline(quick=False), texts), vectors(pipeline(), texts), strict=True):
        assert own.shape == quick.shape
        assert np.allclose(own, quick, atol=1e-5)


def test_tags_and_relations_are_those_of_the_model():
    texts = [" ".join(WORDS[a:b]) for a in range(6) for b in range(a + 3, len(WORDS))]
    found = [
        [[(t.tag_, t.dep_, t.head.i) for t in doc] for doc in pipeline(quick=quick).pipe(texts, disable=UNUSED)]
        for quick in (True, False)
    ]
    assert found[0] == found[1]


@pytest.mark.parametrize("threads", ["1", "2"])
def test_tags_and_relations_are_the_same_whoever_multiplies(monkeypatch, threads):
    monkeypatch.setenv(encoder.ONE_THREAD, threads)
    texts = [" ".join(WORDS), " ".join(reversed(WORDS))]
    plain, quick = (spacy.load(default_model(), exclude=["ner"]) for _ in range(2))
    quicken(quick)
    assert quick.get_pipe("parser").model.ops.use_blis == (threads == "2")
    for own, other in zip(plain.pipe(texts), quick.pipe(texts), strict=True):
        assert [(t.tag_, t.dep_, t.head.i) for t in own] == [(t.tag_, t.dep_, t.head.i) for t in other]


def test_the_memory_is_bounded(monkeypatch):
    monkeypatch.setattr(encoder, "REMEMBERED", 5)
    plain = pipeline(quick=False)
    quick = Encoder(plain.get_pipe("tok2vec").model)
    for text in [f"file number{n} away" for n in range(20)] * 2:
        assert np.allclose(vectors(plain, [text])[0], quick([plain.make_doc(text)])[0], atol=1e-5)
    assert len(quick._words._at) <= 5 + 3


@pytest.mark.parametrize("components", [[], ["tagger"]])
def test_a_model_of_another_build_is_left_as_it_is(components):
    nlp = spacy.blank("en")
    for name in components:
        nlp.add_pipe(name)
    before = [nlp.get_pipe(name).model for name in components]
    quicken(nlp)
    assert [nlp.get_pipe(name).model for name in components] == before


def test_layers_of_another_form_are_left_as_they_are():
    nlp = spacy.blank("en")
    nlp.add_pipe(
        "tok2vec",
        config={
            "model": {
                "@architectures": "spacy.HashEmbedCNN.v2",
                "window_size": 2,
                "width": 8,
                "depth": 1,
                "embed_size": 20,
                "maxout_pieces": 3,
                "subword_features": True,
                "pretrained_vectors": None,
            }
        },
    )
    nlp.initialize()
    before = nlp.get_pipe("tok2vec").model
    quicken(nlp)
    assert nlp.get_pipe("tok2vec").model is before
