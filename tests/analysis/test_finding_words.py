"""What `check` says of a line can be read by itself: whole phrases, said once."""

import pytest

import jdrewrite
from jdrewrite.analysis.rules import book
from jdrewrite.analysis.standing import standing as placed
from jdrewrite.cli.text_check import standing
from jdrewrite.model import Finding, Standing


def found(*duties: str) -> list[Finding]:
    rows = "\n".join(f"- {duty}" for duty in duties)
    text = f"# Clerk\n\n## Duties\n\n{rows}\n- Sort the post.\n- Count the chairs.\n"
    return [f for f in jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md")).findings if f.statement]


@pytest.mark.parametrize(
    ("duty", "whole"),
    [
        ("Improve our clients' work processes.", "improve our clients' work processes"),
        ("Pitch ideas to improve customer experience.", "improve customer experience"),
        ("Make sure that clients are told of delays.", "clients are told of delays"),
        ("Show commitment to improving residents’ lives.", "improving residents’ lives"),
    ],
)
def test_a_good_done_is_quoted_with_its_last_word(duty, whole):
    told = [f for f in found(duty) if f.lens == "frame"]
    assert told
    assert whole.casefold() in told[0].excerpt.casefold()


@pytest.mark.parametrize("duty", ["Ensure that our clients are, in all weathers, kept warm and dry by the heating."])
def test_a_quotation_ends_with_no_word_that_leads_on(duty):
    assert not [f for f in found(duty) if f.excerpt.rsplit(" ", 1)[-1] in {"are", "and", "the", "of", "to"}]


def test_an_inside_figure_that_is_the_end_is_told_once():
    told = [f for f in found("Exceed monthly sales targets.") if "targets" in f.excerpt]
    assert [f.rule.split(".")[0] for f in told] == ["frame"]


def test_an_inside_figure_apart_from_the_end_is_told_beside_it():
    told = found("Increase brand awareness in the region; report on operational KPIs.")
    assert {f.lens for f in told} >= {"frame", "measure"}


def test_a_task_is_quoted_as_what_is_done():
    (told,) = [f for f in found("Prepare and send customer invoices.") if f.rule == "sight.here"]
    assert told.message.startswith("Says what is done (“send customer invoices”), not")


@pytest.mark.parametrize(
    ("duty", "quoted"),
    [
        ("Handles payment disputes.", "Handles payment disputes"),
        ("Posts payment corrections.", "Posts payment corrections"),
        ("Posts payment always on the day.", "Posts payment"),
        ("Facilitates and maintains records for payment agreements.", None),
    ],
)
def test_a_task_is_quoted_with_the_whole_name_of_what_it_is_done_to(duty, quoted):
    text = f"# Billing Clerk\n\n## Duties\n\n- {duty}\n"
    read = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"), function="accounts-receivable-payable")
    assert [f.excerpt for f in read.findings if f.rule == "sight.here"] == ([quoted] if quoted else [])


def test_messages_take_a_quotation_of_any_kind():
    """A quotation may be a noun or a verb with its object: it stands behind a colon or in brackets."""
    for rule in book().rules.values():
        before, found, _ = rule.message.partition("{evidence}")
        assert not found or before.endswith((": ", "(“")), rule.id


@pytest.mark.parametrize(
    ("percentile", "group", "said"),
    [
        (50, "sales", "above 50% of 60 job descriptions of sales"),
        (0, "sales", "among the lowest of 60 job descriptions of sales"),
        (100, "all", "above all 60 job descriptions of all functions"),
    ],
)
def test_a_score_is_compared_in_a_whole_phrase(percentile, group, said):
    assert standing(Standing(percentile=percentile, group=group, count=60)) == said


def test_of_two_goods_done_the_one_to_those_served_is_quoted():
    told = found("Supporting the care managers in providing a needs based service to customers.")
    assert ["customers" in f.excerpt for f in told if f.lens == "frame"] == [True]


@pytest.mark.parametrize(
    ("duty", "lens"),
    [
        ("Proven track record of managing customer expectations.", "voice"),
        ("Rules are followed by all at what they call the house.", "voice"),
        ("The manager is responsible for new customer acquisition.", "customer"),
        ("60% regional travel in the assigned sales territory.", "measure"),
        (
            "Duties are subject to possible modification to reasonably accommodate individuals with disabilities.",
            "frame",
        ),
    ],
)
def test_what_only_sounds_like_it_is_not_told(duty, lens):
    assert not [f for f in found(duty) if f.lens == lens]


@pytest.mark.parametrize(
    ("duty", "rule"),
    [
        ("Keep track of customer complaints and expectations.", "voice"),
        ("Hear what people say at the counter.", "voice"),
        ("Treat hiring managers as customers and help them find staff.", "customer"),
    ],
)
def test_what_is_meant_is_still_told(duty, rule):
    assert [f for f in found(duty) if f.lens == rule and f.level == "strength"]


def test_a_text_whose_line_takes_up_what_tenants_say_is_not_told_that_nothing_does():
    text = (
        "# House Manager\n\n## Duties\n\n- Serve as the first point of contact for tenants for any issues, concerns, or "
        "suggestions.\n- Inform the supervisor of any tenant complaints.\n- Order supplies.\n"
    )
    found = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"))
    told = [f.message for f in found.findings if f.rule == "voice.missing"]
    told += [p.rationale for p in jdrewrite.propose(found, kinds=("add",)) if "voice" in p.lenses]
    assert told
    assert not [text for text in told if text.startswith(("Nothing", "The role is not", "The text knows no"))]


def test_above_nothing_is_no_score_below_which_nothing_is():
    found = placed(0.0, "a function that is not known")
    assert found is not None
    assert found.percentile == 0
