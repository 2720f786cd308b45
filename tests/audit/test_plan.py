"""What an audit says of several jobs together: duties that two claim, who serves whom, and a plan for each group."""

import gc
import html
import os
import shlex
import subprocess
import sys
import weakref

import pytest
from msgspec.structs import replace
from typer.testing import CliRunner

from jdrewrite.analysis.advice import fill
from jdrewrite.audit import Results, Task, find, overview
from jdrewrite.audit.across import across
from jdrewrite.audit.plan import plans
from jdrewrite.audit.ready import proposed
from jdrewrite.audit.reports import write
from jdrewrite.audit.reports.html import write as write_page
from jdrewrite.audit.reports.html_across import plan_sections, ripple_section
from jdrewrite.audit.ripple import ripple
from jdrewrite.audit.wording import wording
from jdrewrite.catalogue import functions, load, trade_named
from jdrewrite.cli.main import app
from jdrewrite.model import LENSES
from tests.audit.conftest import CLERK, audited


def test_a_duty_that_two_functions_claim_is_found_by_its_meaning(results):
    pairs = {(o.one.text, o.other.text) for o in across(results).overlaps}
    one = "Settle disputes about deliveries with the warehouse and the sales team."
    other = "Resolve disputes about deliveries with the warehouse and the sales team."
    assert (one, other) in pairs or (other, one) in pairs


@pytest.mark.parametrize("find", [across, ripple])
def test_what_is_found_in_results_is_found_once_and_goes_with_them(find, results):
    one, other = Results(results.path), Results(results.path)
    first = find(one)
    find(other)
    assert find(one) is first, "another audit in between makes it be found again"
    gone = weakref.ref(one)
    del one
    gc.collect()
    assert gone() is None, "it is held for as long as the program runs"


def test_boilerplate_claims_no_duty_and_two_texts_are_told_once(tmp_path):
    folder = tmp_path / "jobs"
    folder.mkdir()
    shared = (
        "- Perform all other duties as assigned by the head of the department.\n"
        "- Prepare the yearly inventory of tools, machines and spare parts.\n"
        "- Inspect ladders, scaffolds and lifting gear before each shift.\n"
    )
    for name, title in (("a", "Warehouse Packer"), ("b", "Accountant")):
        (folder / f"{name}.md").write_text(f"# {title}\n\n## Duties\n{shared}")
    (overlap,) = across(audited(folder, tmp_path / "r.jsonl")).overlaps
    assert overlap.more == 1
    assert "as assigned" not in overlap.one.text


def test_what_is_copied_into_many_is_no_duty_that_two_claim(tmp_path):
    folder = tmp_path / "jobs"
    folder.mkdir()
    for name, title in (("a", "Warehouse Packer"), ("b", "Accountant"), ("c", "Nurse")):
        (folder / f"{name}.md").write_text(
            f"# {title}\n\n## Duties\n- Uphold openness, fairness, impact and courage.\n"
        )
    found = across(audited(folder, tmp_path / "r.jsonl"))
    assert found.overlaps == ()
    assert [(copied.count, copied.section) for copied in found.copied] == [(3, "duties")]


def test_copied_lines_on_the_role_come_first_in_the_same_order_in_every_process(tmp_path):
    folder = tmp_path / "jobs"
    folder.mkdir()
    shared = (
        "## Requirements\n- A degree in business or five years in a similar role.\n\n"
        "## How success is measured\n- The share of orders that leave the building on time.\n\n"
        "## Duties\n- Inspect ladders, scaffolds and lifting gear before each shift.\n\n"
        "## Purpose\nThis role exists to keep the machines of the plant safe to use.\n"
    )
    for title in ("Warehouse Packer", "Accountant", "Nurse"):
        (folder / f"{title}.md").write_text(f"# {title}\n\n{shared}")
    results = audited(folder, tmp_path / "r.jsonl")
    orders = {seed: _sections_of_copied(results.path, seed) for seed in ("1", "2", "3")}
    assert set(orders.values()) == {"purpose duties measures requirements"}


def _sections_of_copied(path, seed):
    """Return the sections of the copied lines as a process with this seed of ``hash`` tells them."""
    told = (
        "import sys, pathlib; from jdrewrite.audit.results import Results; from jdrewrite.audit.across import across;"
        "print(*(c.section for c in across(Results(pathlib.Path(sys.argv[1]))).copied))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run(
        [sys.executable, "-c", told, path], env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_the_ripple_map_begins_at_the_doorstep(results):
    found = ripple(results)
    assert found.rings
    assert set(found.rings[0]) | set(found.unreached) >= {row.function for row in results.rows()} - set(
        sum(found.rings[1:], ())
    )
    assert all(path.text for path in found.paths)


def test_a_function_without_a_job_is_named_outside_the_map(tmp_path):
    folder = tmp_path / "jobs"
    folder.mkdir()
    duties = "- Share the figures with the finance team.\n- Agree prices with the marketing team.\n"
    (folder / "a.md").write_text(f"# Sales Manager\n\n## Duties\n{duties}- Help customers choose what they need.\n")
    (folder / "b.md").write_text("# Marketing Manager\n\n## Duties\n- Plan campaigns with the sales team.\n")
    found = ripple(audited(folder, tmp_path / "r.jsonl"))
    assert found.outside == ("finance",)
    assert {path.taker for path in found.paths} <= {"customers", "sales", "marketing"}
    assert ("sales", "marketing") in {(path.giver, path.taker) for path in found.paths}


def test_the_sentence_of_an_advert_that_looks_for_somebody_is_no_duty(tmp_path):
    folder = tmp_path / "jobs"
    folder.mkdir()
    searched = "- We're looking for a designer who helps customers choose what they need.\n"
    (folder / "a.md").write_text(f"# Designer\n\n## Duties\n{searched}- Draw screens for every release.\n")
    found = ripple(audited(folder, tmp_path / "r.jsonl"))
    assert not found.paths
    page = "".join(ripple_section(found))
    assert "That is about what is written, and not about the work" in page


def test_one_is_one_and_a_group_of_one_has_no_median(tmp_path):
    folder = tmp_path / "jobs"
    folder.mkdir()
    (folder / "a.md").write_text(
        "# Sales Manager\n\n## Duties\n- Help customers choose what they need.\n- File notes.\n"
    )
    results = audited(folder, tmp_path / "r.jsonl")
    (path,) = ripple(results).paths
    assert path.count == 1
    assert "1 duty, such as" in "".join(ripple_section(ripple(results)))
    plan = "".join(plan_sections(plans(results.rows()), {}))
    assert "1 job description, score " in plan
    assert "median" not in plan
    write_page(results, tmp_path / "report.html")
    told = "1 line of this table stands for fewer than 3 job descriptions"
    assert told in (tmp_path / "report.html").read_text()
    for name in ("b", "c"):
        (folder / f"{name}.md").write_text(
            f"# Sales Manager\n\n## Duties\n- Help customers choose {name}.\n- Sort {name}.\n"
        )
    write_page(audited(folder, tmp_path / "r3.jsonl"), tmp_path / "three.html")
    assert "fewer than 3 job descriptions" not in (tmp_path / "three.html").read_text()


def test_a_plan_for_each_function(results):
    found = plans(results.rows())
    assert {plan.function for plan in found} == {row.function for row in results.rows()}
    assert all(len(plan.gaps) == 3 and "{" not in plan.opening + plan.story + plan.question for plan in found)
    assert "{" not in "".join(gap.advice for plan in found for gap in plan.gaps)
    groups = {group.name: group for group in overview(results.rows()).functions}
    assert all(plan.median == groups[plan.function].median for plan in found), "plan and table show the same figure"


def test_a_plan_names_the_copies_of_what_it_begins_with(tmp_path):
    folder = tmp_path / "jobs"
    folder.mkdir()
    for name in ("Copy of clerk.md", "clerk.md"):
        (folder / name).write_text(CLERK)
    results = audited(folder, tmp_path / "r.jsonl")
    (plan,) = plans(results.rows())
    assert plan.first == (str(folder / "clerk.md"),)
    assert plan.copies == (str(folder / "Copy of clerk.md"),)
    assert f"stays there as it is: <code>{html.escape(plan.copies[0])}</code>" in "".join(plan_sections([plan], {}))
    write("md", results, tmp_path)
    assert f"stays there as it is: `{plan.copies[0]}`." in (tmp_path / "report.md").read_text()


def test_a_plan_says_whom_most_texts_of_the_group_name(results):
    rows = [replace(row, unit="Ward", customers="patients", named=2) for row in results.rows()]
    (plan,) = plans(rows)
    assert "customers" not in plan.opening + "".join(gap.advice for gap in plan.gaps)
    assert "patients" in plan.opening
    (plan,) = plans([*rows, *(replace(row, named=0) for row in rows)])
    assert "patients" not in plan.opening, "a guess that no text has is the function's usual word at most"


def test_a_plan_for_each_department_where_these_are_known(results):
    rows = [replace(row, unit=f"Team {number % 2}") for number, row in enumerate(results.rows() * 3)]
    found = plans(rows)
    assert sorted(plan.name for plan in found) == ["Team 0", "Team 1"]
    assert len({plan.opening for plan in found}) == 2, "groups that stand side by side read different lines"


LENDS = """# {title}

## Duties
- Lend and take back books at the desk of the library.
- Shelve books of the libraries and keep the catalogue of {title}s in order.
"""
TEACHES = """# Primary School Teacher

## Duties
- Teach lessons to pupils in the classroom.
- Mark {what}.
"""


def _folder(tmp_path, *texts):
    folder = tmp_path / "jobs"
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number}.md").write_text(text)
    return audited(folder, tmp_path / "r.jsonl").rows()


def _said(plan):
    return " ".join((plan.question, plan.story, plan.opening, *(gap.advice for gap in plan.gaps)))


def test_a_plan_of_a_far_trade_has_the_words_of_that_trade(tmp_path):
    rows = _folder(tmp_path, *(LENDS.format(title=f"{title} Librarian") for title in ("Branch", "Youth", "Town")))
    (plan,) = plans(rows)
    assert plan.name == "training and education: libraries"
    assert plan.function == "training-education"
    words = trade_named(load("training-education"), "libraries").reach
    assert plan.question in words.questions
    assert not any(word in _said(plan) for word in ("learned", "teachers", "lesson", "learner", "session", "course"))


def test_a_plan_of_a_mixed_group_says_what_holds_for_all_and_then_what_for_each_trade(tmp_path):
    lends = [LENDS.format(title=f"{title} Librarian") for title in ("Branch", "Youth")]
    rows = _folder(tmp_path, *lends, *(TEACHES.format(what=what) for what in ("tests", "essays")))
    (plan,) = plans(rows)
    assert "libraries" in plan.name
    assert "school teaching" in plan.name
    frame = next(gap.advice for gap in plan.gaps if gap.lens == "frame")
    assert "For libraries: " in frame
    assert "For school teaching: " in frame
    assert (
        plan.question in [fill(question, "pupils") for question in load("general").questions]
        or "{" not in plan.question
    )
    assert not any(word in f"{plan.question} {plan.story} {plan.opening}" for word in ("teach", "lesson", "learner"))
    unnamed = [replace(row, named=0) for row in rows]
    assert "the people we serve" in plans(unnamed)[0].opening, "library users are no students"


TRADES = [(slug, trade.name) for slug, f in functions().items() if slug != "general" for trade in f.trades]


@pytest.mark.parametrize("slug", [slug for slug in functions() if slug != "general"])
def test_what_a_plan_says_to_a_trade_is_whole_sentences(results, slug):
    (row, *_) = results.rows()
    for name in (name for own, name in TRADES if own == slug):
        of_trade = replace(row, function=slug, trade=name, confidence=1.0, customers="riders", named=1)
        mixed = [of_trade, replace(of_trade, trade="", text="b"), replace(of_trade, trade="", text="c")]
        for rows in ([of_trade], mixed):
            words = wording(rows)
            assert name in words.name or len(rows) > 1
            for lens in LENSES:
                said = words.advice(lens)
                assert said[0].isupper(), said
                assert said.endswith("."), said
                assert not any(wrong in said for wrong in ("..", ": .", "  ", " ,")), said
                assert not set("{}[]") & set(said), said


def test_a_plan_of_a_department_with_several_functions_says_what_holds_for_all(tmp_path):
    texts = [LENDS.format(title="Town Librarian"), "# Bus Driver\n\n## Duties\n- Drive the bus.\n- Sell tickets.\n"]
    texts += ["# Accountant\n\n## Duties\n- Close the books each month.\n- Prepare tax returns.\n"]
    rows = [replace(row, unit="Town hall") for row in _folder(tmp_path, *texts)]
    (plan,) = plans(rows)
    assert plan.name == "Town hall"
    assert all(name in plan.about for name in ("libraries", "transport of passengers"))
    assert plan.question in load("general").questions or "the people we serve" in plan.question


def test_a_plan_for_uncertain_functions_says_that_it_follows_the_trade(tmp_path):
    (row,) = _folder(tmp_path, LENDS.format(title="Town Librarian"))
    (plan,) = plans([replace(row, confidence=0.1)])
    assert (plan.name, plan.about) == ("function uncertain", "libraries")
    assert "follows the trade" in plan.note
    for unknown in (replace(row, trade=""), replace(row, title="Helper")):
        (plan,) = plans([replace(unknown, confidence=0.1)])
        assert "a general one" in plan.note
        assert plan.about == ""


def test_those_whom_no_text_of_the_group_names_are_not_named_by_its_plan(results):
    rows = [replace(row, unit="Chapel", trade="", named=1) for row in results.rows() * 3]
    named = [
        replace(row, customers=word) for row, word in zip(rows, ("singers", "families", "visitors") * 9, strict=False)
    ]
    (plan,) = plans(named)
    assert "the people we serve" in plan.opening


def test_collections_of_things_that_are_kept_collect_no_debts(tmp_path):
    folder = tmp_path / "jobs"
    folder.mkdir()
    duties = "- Prepare loans with the collections team.\n- Share plans with the collections staff.\n"
    kept = "- Number new accessions.\n- Dust the cases of the museum.\n"
    (folder / "a.md").write_text(f"# Museum Registrar\n\n## Duties\n{duties}{kept}")
    owed = "- Call about overdue bills.\n- Send invoices.\n"
    (folder / "b.md").write_text(f"# Sales Clerk\n\n## Duties\n{duties}{owed}")
    found = ripple(audited(folder, tmp_path / "r.jsonl"))
    assert found.outside == ("accounts-receivable-payable",)
    assert not any(path.giver == "training-education" for path in found.paths)
    (folder / "b.md").unlink()
    assert ripple(audited(folder, tmp_path / "r2.jsonl")).outside == ()


def test_proposals_are_ready_with_the_command_that_applies_them(tmp_path, monkeypatch):
    folder = tmp_path / "our jobs"
    folder.mkdir()
    (folder / "clerk.md").write_text("# Accounts Receivable Clerk\n" + CLERK.split("\n", 1)[1])
    found = audited(folder, tmp_path / "results.jsonl")
    made = proposed(found, plans(found.rows()), Task())
    (one,) = made.values()
    assert one.count >= len(one.proposals) > 0
    for kind in ("md", "html"):
        text = html.unescape(write(kind, found, tmp_path).read_text())
        assert one.command in text
        assert " ".join(one.proposals[0].proposed.split()[-4:]) in text
    program, *arguments = shlex.split(one.command)
    assert program == "jdrewrite"
    assert CliRunner().invoke(app, arguments).exit_code == 0
    written = (folder / "clerk.rewritten.md").read_text()
    assert all(each.proposed in written for each in one.proposals)
    assert find([str(folder)]) == [str(folder / "clerk.md")], "what was written beside it is no second job"

    def fail(*_: object, **__: object) -> None:
        raise AssertionError("what has not changed is not proposed again")

    monkeypatch.setattr("jdrewrite.proposing.proposals", fail)
    assert proposed(found, plans(found.rows()), Task()) == made
    (folder / "clerk.md").unlink()
    assert proposed(found, plans(found.rows()), Task()) == {}
