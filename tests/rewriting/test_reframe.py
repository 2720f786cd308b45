"""Inward ends: replaced where they are nothing but inward, kept as a means where they hold facts."""

import pytest

import jdrewrite
from jdrewrite.rewriting import alternatives

TEXT = """# Operations Coordinator

Hinge & Sons supplies workshops all over the north.

## Responsibilities

- {duty}
- Answer questions from customers about their orders.
- Sort the letters for the workshop.
- Water the office plants.
"""


def reframes(duty, function="operations"):
    document = jdrewrite.read_bytes(TEXT.format(duty=duty).encode(), "jd.md")
    assessment = jdrewrite.analyse(document, function=function)
    statement = next(s for s in assessment.statements if s.text == duty)
    return [p.proposed for p in alternatives(assessment, statement.id) if p.kind == "reframe"]


def test_a_purely_inward_end_can_be_replaced():
    made = reframes("Automate manual processes to increase efficiency.")
    assert any("efficiency" not in text for text in made)
    assert all(text.startswith("Automate manual processes") and "customers" in text for text in made)


@pytest.mark.parametrize(
    "duty",
    [
        "Help with the counts and suggest ways to increase efficiency.",
        "Look for opportunities in the workshop to reduce costs.",
        "Collect ideas to increase efficiency.",
        "Take steps in every area to reduce costs.",
    ],
)
def test_what_a_noun_is_for_is_not_cut_from_it(duty):
    end = duty.rstrip(".").partition(" to ")[2]
    assert all(end in text for text in reframes(duty))


def test_an_end_behind_a_noun_that_stands_alone_can_be_replaced():
    assert any("efficiency" not in text for text in reframes("Note ideas for the workshop to increase efficiency."))
    assert any("efficiency" not in text for text in reframes("Collect all ideas in order to increase efficiency."))


def test_an_aim_of_sales_is_reached_by_helping():
    made = reframes("Meet the monthly sales targets of the region.")
    assert made
    assert all(text.startswith("Meet the monthly sales targets of the region by helping customers ") for text in made)


def test_what_the_act_is_about_comes_before_what_its_end_is():
    first = reframes("Identify upselling opportunities in order to expand profitability.", "sales")[0]
    assert first.startswith("Identify upselling opportunities so that customers")
    assert "price" not in first
    assert "offered" in first or "bought" in first or "addition" in first


def test_an_inward_end_of_something_is_cut_with_it():
    made = reframes("Automate manual processes to increase efficiency of the workshop.")
    assert any("workshop" not in text for text in made)


@pytest.mark.parametrize("fact", ["of the Leeds workshop", "by 10%", "and meet ISO 9001"])
def test_an_end_that_holds_a_fact_stays_as_a_means(fact):
    made = reframes(f"Automate manual processes to increase efficiency {fact}.")
    assert made
    assert all(f"to increase efficiency {fact}, so that" in text for text in made)


@pytest.mark.parametrize(
    "duty",
    [
        "Report sales figures to the controller by email.",
        "Keep the sales floor clean.",
    ],
)
def test_figures_that_are_only_mentioned_are_no_aim(duty):
    assert not any("by helping" in text for text in reframes(duty))


def test_no_reason_says_that_an_end_is_gone_which_still_stands():
    duty = "Automate manual processes to increase efficiency."
    document = jdrewrite.read_bytes(TEXT.format(duty=duty).encode(), "jd.md")
    assessment = jdrewrite.analyse(document, function="operations")
    statement = next(s for s in assessment.statements if s.text == duty)
    made = [p for p in alternatives(assessment, statement.id, count=9) if p.kind == "reframe"]
    kept = [p for p in made if "increase efficiency" in p.proposed]
    assert kept
    assert len(kept) < len(made)
    told = ("The act stays", "the line now names that", "The work stays")
    assert not any(words in p.rationale for p in kept for words in told)
