"""The judge's memory of words has an end: a process that reads for months grows no further."""

import pytest

from jdrewrite.verifying import lexicon, spelling


@pytest.mark.parametrize(
    "remembering",
    [lexicon.akin, lexicon.same, lexicon.stem, lexicon.base, lexicon._family, spelling.american],
    ids=lambda function: function.__name__,
)
def test_what_is_remembered_of_words_has_a_bound(remembering):
    assert remembering.cache_info().maxsize


def test_words_that_were_forgotten_are_found_alike_again():
    pairs = [("manage", "management"), ("reconcile", "reconciliation"), ("sell", "buy"), ("organise", "organize")]
    before = [(lexicon.akin(*pair), lexicon.same(*pair)) for pair in pairs]
    lexicon.akin.cache_clear()
    lexicon.same.cache_clear()
    assert [(lexicon.akin(*pair), lexicon.same(*pair)) for pair in pairs] == before
