"""The table of checks: every name of a fact is declared in it, and every check finds a fault of the data."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import jdrewrite.verifying
from jdrewrite.verifying import ledger, verify
from jdrewrite.verifying.checks import CHECKS, OTHERS, named
from jdrewrite.verifying.texts import Text, beside, text_of, without_kept_ends

FOLDER = Path(jdrewrite.verifying.__file__).parent
MAKERS = frozenset({"Fact", "fact", "compared", "_fact", "_whole", "_warn"})
"""What makes facts; the name stands first, or as ``check``."""
EXAMPLES = {
    "figures": ("Clean 2 halls and 2 bars.", "Clean 2 halls and bars."),
    "bounds": ("Clean rooms 1-5.", "Clean rooms 1 and 5."),
    "durations": ("Answer within two working days.", "Answer within two days."),
    "frequency": ("Sweep all along the quay.", "Sweep the quay."),
    "names": ("Know the tides of Iceland.", "Know the tides."),
    "modality": ("Wear the required helmet.", "Wear the recommended helmet."),
    "negation": ("Never leave the bridge.", "Leave the bridge."),
    "exceptions": ("Handle fragile goods.", "Handle goods which are not fragile."),
    "rates": ("Check the mooring lines.", "Check the mooring lines now and then."),
    "neglect": ("Keep decks in good condition.", "Keep decks in a condition far from good."),
    "degrees": ("Speak strong German.", "Speak fair German."),
    "levels": ("Good knowledge of sails.", "Excellent knowledge of sails."),
    "reporting": ("Work with the bosun.", "Work under the bosun."),
    "lines": ("Partner with crew managers.", "Manage crew managers."),
    "guarantees": ("Pay invoices after 30 days.", "Pay invoices within 30 days."),
    "promises": ("Pack orders.", "Pack orders, so that guests get them the same evening."),
    "pledges": ("Sort the mail.", "Sort the mail, so that nobody has to wait."),
    "rights": ("Decide on refunds.", "Pass on decisions on refunds."),
    "acts": ("Mend the nets.", "Mend the nets and draw."),
    "scope": ("Manage a team.", "Help manage a team."),
    "reach": ("Advise your team on safety.", "Advise the company on safety."),
    "opposites": ("Repair rural bridges.", "Repair urban bridges."),
    "exchanged": ("Check pumps daily and valves monthly.", "Check pumps monthly and valves daily."),
    "alternatives": ("Keep the records in Oracle and SAP.", "Keep the records in Oracle or SAP."),
    "footing": ("Plan the menu with the cook.", "Plan the menu for the cook."),
    "actors": ("The mate signs the log and you read it.", "You sign the log and the mate reads it."),
    "sequence": ("Send the invoices by Friday.", "Send the invoices after Friday."),
    "cause": (
        "Keep the parts list up to date by walking the aisles.",
        "Walk the aisles by keeping the parts list up to date.",
    ),
    "conditions": ("Check the pumps for wear.", "When output falls, check the pumps for wear."),
    "content": ("Repair rural bridges.", "Repair urban bridges."),
    "joined": ("Check guests in.", "Check guests in and out."),
    "narrowed": ("Report accidents.", "Report serious accidents."),
    "widened": ("Answer questions about problems with sails.", "Answer questions about sails."),
    "conduct": ("Serve lunch.", "Serve lunch courteously."),
    "standards": ("Serve lunch.", "Serve perfect lunch."),
    "members": ("Answer letters by post or electronically.", "Answer letters by post."),
    "qualifications": ("Sail in multidisciplinary crews.", "Sail in crews."),
    "wording": ("Decide on refunds.", "Be decisive about refunds."),
}
"""For each check a fault that it finds."""
DECLARED = {*CHECKS, *OTHERS, *(name for check in CHECKS.values() for name in check.gives)}


def names_in(path: Path) -> set[str]:
    """Return the names of facts that a module writes out."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or getattr(node.func, "id", "") not in MAKERS:
            continue
        given = [k.value for k in node.keywords if k.arg == "check"] or node.args[:2]
        words = [v.value for v in given if isinstance(v, ast.Constant) and isinstance(v.value, str)]
        found |= {word for word in words[:1] if word.isidentifier()}
    return found


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_declares_the_names_of_its_facts(name: str) -> None:
    module = FOLDER / "checks" / CHECKS[name].compare.__module__.rpartition(".")[2]
    files = list(module.glob("*.py")) or [module.with_suffix(".py")]
    assert {given for path in files for given in names_in(path)} <= {name, *CHECKS[name].gives}


def test_all_names_of_facts_are_declared() -> None:
    found = {name for path in FOLDER.rglob("*.py") for name in names_in(path)}
    assert {"figures", "locked", "reworded", "promise", "agreement"} <= found
    assert found <= DECLARED
    assert not OTHERS - found - {"superlative", "tone", "agreement", "blocks"}


def test_a_name_that_nobody_declared_is_found(tmp_path: Path) -> None:
    planted = tmp_path / "weekdays.py"
    planted.write_text("out.lost.append(Fact(check='weekday', text=text, start=0, end=1))", encoding="utf-8")
    assert names_in(planted) - DECLARED == {"weekday"}


def sides(original: str, rewrite: str) -> tuple[Text, Text]:
    """Return both texts as the judge hands them to a check."""
    before, after = text_of(original), text_of(rewrite)
    after, before = beside(after, before), without_kept_ends(before, after)
    return before, after


def test_every_check_has_an_example_here() -> None:
    assert set(EXAMPLES) == set(CHECKS)


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_check_finds_its_example_under_a_name_that_it_declares(name: str) -> None:
    original, rewrite = EXAMPLES[name]
    out = CHECKS[name].compare(*sides(original, rewrite))
    found = [*out.lost, *out.invented, *out.changed, *out.asked, *out.warnings]
    assert found
    assert {fact.check for fact in found} <= {name, *CHECKS[name].gives}
    same = CHECKS[name].compare(*sides(original, original))
    assert not any((same.lost, same.invented, same.changed, same.asked, same.warnings))
    assert name == "wording" or not verify(original, rewrite).passed


def test_flags_stand_for_what_the_judge_does() -> None:
    assert named("soft") < named("asked")
    assert {fact.check for fact in ledger("Answer 30 calls within 2 hours.")} <= {
        name for told in named("told") for name in (told, *CHECKS[told].gives)
    }
    barred = {name for name, check in CHECKS.items() if check.barred}
    for line in ("Answer 30 calls.", "Use Zendesk.", "Hold a master’s degree.", "Guarantee an answer."):
        facts = verify(None, line).invented
        assert facts
        assert {fact.check for fact in facts} <= barred
    assert verify(None, "Approve refunds.").passed
