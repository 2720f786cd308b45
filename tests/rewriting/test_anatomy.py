"""What the writer sees in a statement before it adds to it."""

import pytest

from jdrewrite.rewriting.offline.anatomy import anatomy


@pytest.mark.parametrize(
    "text",
    [
        "Maintain the documentation of all systems.",
        "Reviews vendor contracts with the legal team.",
        "Assist in maintaining inventory records.",
        "The senior auditor performs reviews of all branches.",
    ],
)
def test_whole_acts_may_be_given_an_end(text):
    assert anatomy(text).may_be_given_an_end


@pytest.mark.parametrize(
    "text",
    [
        "Maintain the documentation so that colleagues find it.",  # has an end
        "Maintain the documentation to quickly resolve incidents.",
        "Maintain the following documents:",  # leads a list
        "Excellent writing skills",  # a quality
        "Demonstrate good judgement at work.",
        "In this project you will work with the legal team.",  # a setting
        "Attend team meetings as required.",  # an aside at its end
        "Plan the work, train the staff, order the parts, keep the books, and clean the yard.",  # a list
    ],
)
def test_what_is_no_whole_act_or_has_an_end_is_left(text):
    assert not anatomy(text).may_be_given_an_end


@pytest.mark.parametrize(
    ("text", "act", "thing", "expected"),
    [
        ("Manage the intake and review of vendor invoices.", "Manage", "vendor invoices", True),
        ("Design, build and test interfaces.", "Design", "interfaces", True),
        ("Advocate for accessible pages.", "Advocate", "pages", True),
        ("Plan for accessible pages.", "Plan", "pages", False),
        ("Maintain knowledge of tools.", "Maintain", "tools", False),
        ("Work with support from the vendor.", "support", "vendor", False),
        ("Train staff by using videos.", "Train", "videos", False),
        ("Manage project budgets.", "Manage", "project", False),
        ("Conceive and design solutions.", "Conceive", "design solutions", False),
    ],
)
def test_an_act_is_done_to_its_object(text, act, thing, expected):
    start = text.index(thing)
    assert anatomy(text).does(text.index(act), start, start + len(thing)) is expected


@pytest.mark.parametrize(
    ("line", "act", "thing", "expected"),
    [
        ("Tune SQL queries every week", "Tune", "queries", True),
        ("Collect and clean data from the field", "clean", "data", True),
        ("Supervises and trains apprentices", "trains", "apprentices", True),
        ("Draft IT policies for the council", "Draft", "policies", True),
        ("Clean test data sets every week", "Clean", "data", False),  # it is sets that are cleaned
        ("Work with support from data specialists", "support", "data", False),
        ("Purchase service equipment", "service", "equipment", False),  # a noun, for nothing joins the two
        ("Train customer and field service technicians", "Train", "customer", False),
        ("Clean equipment and tool storage rooms", "Clean", "equipment", False),
    ],
)
def test_an_act_with_its_object_directly_behind_it_needs_no_parse(line, act, thing, expected):
    start = line.index(thing)
    assert anatomy(line).does(line.index(act), start, start + len(thing)) is expected


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Reporting: Create and maintain dashboards.", "Create"),
        ("Client contracts - draw up contracts for new clients.", "draw"),
        ("With support from other developers, test the code.", "test"),
        ("Create dashboards: weekly ones.", "Create"),
    ],
)
def test_a_duty_begins_behind_its_label(text, start):
    found = anatomy(text)
    assert text[found.start :].startswith(start)
    assert all(text[t.start : t.end] == t.text for t in found.parse.tokens)


def test_a_label_is_no_list_and_nothing_is_put_before_it():
    found = anatomy("Reporting: Create and maintain dashboards.")
    assert found.may_be_given_an_end
    assert not found.opens_with_act


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Test the load to ensure that the application keeps its speed.", False),  # "that": an effect is named
        ("Test the load to ensure high availability.", True),
        ("Write documents that support the team.", False),
        ("Review the code and ensure its quality.", False),
        ("Ensure the quality of the data to avoid errors.", False),
    ],
)
def test_an_effect_may_stand_behind_an_aim(text, expected):
    assert anatomy(text).may_go_on is expected


@pytest.mark.parametrize(
    "text",
    [
        "Responsible for ordering shipping supplies.",
        "As the first contact for requests, you will sort requests with colleagues.",
        "They review drawings with the architect.",
        "The ideal candidate will draw plans for new buildings.",
    ],
)
def test_more_ways_to_say_who_acts(text):
    assert anatomy(text).may_be_given_an_end
