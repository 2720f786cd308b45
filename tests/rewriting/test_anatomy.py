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
        "Attend team meetings as assigned.",  # an aside at its end
        "Attend team meetings as may be assigned.",
        "Perform other maintenance duties as required.",  # not known yet
        "Plan, order, cut and fit the pipes, test the joints, clean the yard and keep the books.",  # four acts
        "Write the papers and make them easy to read.",
        "Help the clerks and make a difference.",
        "Train the staff and improve service.",  # an act and what comes of it
        "A senior auditor is a member of the team and is responsible for the files.",
        "50% increase in sales every year.",
        "You will work with the clerks and we will train you in the archive.",
        "Plan the work, train the staff, order the parts, keep the books, and clean the yard.",  # a list
    ],
)
def test_what_is_no_whole_act_or_has_an_end_is_left(text):
    assert not anatomy(text).may_be_given_an_end


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
        "The auditor is responsible for the month-end close.",
        "The auditor is directly responsible for the month-end close.",
        "May be responsible for the files of all patients.",
        "The office’s Records Clerk will file the papers of all patients.",
        "Repackage parts for the next shift.",
        "He or she will file the papers of all patients.",
        "A Records Clerk files the papers of all patients.",
        "Responsibilities include maintaining the files of all patients.",
    ],
)
def test_more_ways_to_say_who_acts(text):
    assert anatomy(text).may_be_given_an_end


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("20% Document the tests of every release.", "Document"),
        ("(5-10 %) - document the tests of every release.", "document"),
        ("Filing – Responsible for filing the papers of all patients.", "Responsible"),
        ("Team: You will train the clerks.", "You"),
        ("Duties include filing the papers of all patients.", "filing"),
    ],
)
def test_a_share_of_the_time_or_a_heading_in_front_is_no_part_of_the_duty(text, start):
    found = anatomy(text)
    assert text[found.start :].startswith(start)
    assert found.may_be_given_an_end


@pytest.mark.parametrize(
    "text",
    [
        "Ensure that adequate supplies are kept in stock.",
        "Ensuring proper use of the lifts.",
        "Supporting the auditors in preparing their reports.",
        "Document and improve the procedures of the office.",
        "Reviews the entries and makes adjustments.",
        "Ship small features with guidance and support from the team.",
    ],
)
def test_what_sounds_like_an_end_may_be_the_act_itself(text):
    assert anatomy(text).may_be_given_an_end


@pytest.mark.parametrize(
    "text",
    [
        "Replenish towels when needed.",
        "Review the forms for errors, correct the entries and check the output.",
        "Talk with parents, update the diary of each child and note their progress.",
    ],
)
def test_a_minor_duty_and_one_of_three_acts_are_told_apart(text):
    found = anatomy(text)
    assert found.may_be_given_an_end
    assert found.is_minor or found.names_several


@pytest.mark.parametrize(
    "text",
    [
        "Resolve queries by asking callers, reading the files and calling the office.",  # one act
        "Maintain the files, including letters, forms, plans, invoices and permits.",
        "Design, build, test, and maintain tools, parts, and models of the plant.",
        "Hold 1:1s with the team every week.",
        "Process payments, letters, etc.",
    ],
)
def test_what_an_act_is_made_up_of_makes_no_list(text):
    assert anatomy(text).may_be_given_an_end


def test_the_full_stop_of_a_shortened_word_stays():
    found = anatomy("Process payments, letters, etc.")
    assert (found.body, found.closing) == ("Process payments, letters, etc.", ".")


@pytest.mark.parametrize(
    ("text", "of", "around"),
    [
        ("Open the pool, answer the telephone, and speak with the public.", "answer the telephone", True),
        ("Open the pool and answer the telephone.", "answer the telephone", False),
        ("Answer the telephone and open the pool.", "Answer the telephone", False),
        ("Answer the telephone, the doorbell and the mail.", "the doorbell", False),
    ],
)
def test_an_act_between_others_is_told(text, of, around):
    start = text.index(of)
    assert anatomy(text).goes_on_around(start, start + len(of)) is around
