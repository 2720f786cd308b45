"""The ledger tells the facts that the judge will ask for."""

from hypothesis import given, settings
from hypothesis import strategies as st

from jdrewrite.language.words import plain
from jdrewrite.verifying import ledger, verify
from tests.part import tries

TEXT = "Issue credit memos for returned goods under $2,500 in NetSuite daily."


def test_the_facts_are_named_in_their_order():
    assert [fact.text for fact in ledger(TEXT)] == ["$2,500", "NetSuite", "daily"]


def test_a_rewrite_without_one_of_them_is_refused():
    for fact in ledger(TEXT):
        assert not verify(TEXT, TEXT[: fact.start].rstrip() + TEXT[fact.end :]).passed


def test_a_statement_without_such_facts_has_none():
    assert ledger("Answer letters.") == ()


_ACTS = st.sampled_from(["Check", "Label", "Pack", "You must weigh", "Never open"])
_AMOUNTS = st.sampled_from(["40 crates", "three crates", "all crates", "up to 12 crates"])
_TIMES = st.sampled_from(["daily", "every week", "by Friday", "within 2 hours"])
_TOOLS = st.sampled_from(["in SAP", "with Zebra scanners", "by the LIMS"])


@settings(max_examples=tries(40), deadline=None)
@given(_ACTS, _AMOUNTS, _TIMES, _TOOLS)
def test_no_fact_of_the_ledger_can_go_unnoticed(act: str, amount: str, time: str, tool: str) -> None:
    text = f"{act} {amount} {tool} {time}."
    facts = ledger(text)
    assert [f.start for f in facts] == sorted(f.start for f in facts)
    for fact in facts:
        assert text[fact.start : fact.end] == fact.text
        without = " ".join((text[: fact.start] + text[fact.end :]).split())
        assert not verify(text, without).passed, fact


@settings(max_examples=tries(40), deadline=None)
@given(st.text(max_size=80))
def test_the_ledger_of_any_text_lies_inside_it(text: str) -> None:
    shown = plain(text)
    assert all(0 <= f.start < f.end <= len(shown) for f in ledger(text))
