"""The ledger tells the facts that the judge will ask for."""

from jdrewrite.verifying import ledger, verify

TEXT = "Issue credit memos for returned goods under $2,500 in NetSuite daily."


def test_the_facts_are_named_in_their_order():
    assert [fact.text for fact in ledger(TEXT)] == ["$2,500", "NetSuite", "daily"]


def test_a_rewrite_without_one_of_them_is_refused():
    for fact in ledger(TEXT):
        assert not verify(TEXT, TEXT[: fact.start].rstrip() + TEXT[fact.end :]).passed


def test_a_statement_without_such_facts_has_none():
    assert ledger("Answer letters.") == ()
