"""For whom a line is right: what titles tell, and what the lines of the catalogue say themselves."""

import re

import pytest

from jdrewrite.catalogue import (
    GENERAL,
    Grade,
    asks,
    begins,
    for_head,
    functions,
    grade_of,
    grades,
    is_right_for,
    leads_people,
    load,
)

LENSES = ("voice", "measure", "across", "authority", "people")
LINES = [
    (lens, line)
    for f in functions().values()
    for making in (f, *f.trades)
    for lens in LENSES
    for line in (*making.lines(lens), *making.bare(lens))
]
ALONE = re.compile(
    r"without (?:waiting|asking|a further|further|referral)|free hand|discretion|judgement|\[(?:Hold|Stop|Say no)"
)
PROPOSING = re.compile(r"to (?:propose|suggest|ask for|recommend|raise)\b")


@pytest.mark.parametrize(
    ("title", "grade"),
    [
        ("Archive Intern", "LEARNER"),
        ("Student Services Intern", "LEARNER"),
        ("Volunteer Firefighter", "LEARNER"),
        ("Volunteer Coordinator", "HOLDER"),
        ("Director of Student Affairs", "HEAD"),
        ("Internship Program Manager", "SENIOR"),
        ("Junior Botanist", "JUNIOR"),
        ("Associate Product Manager", "JUNIOR"),
        ("Seasonal Lead Ranger", "JUNIOR"),
        ("Records Clerk", "JUNIOR"),
        ("Clerk Services Technician", "JUNIOR"),
        ("Assistant to the Director", "JUNIOR"),
        ("Botanist", "HOLDER"),
        ("Senior Records Clerk", "HOLDER"),
        ("Associate Counsel", "HOLDER"),
        ("Executive Assistant", "HOLDER"),
        ("Senior Botanist", "SENIOR"),
        ("Project Manager", "SENIOR"),
        ("Assistant Museum Manager", "SENIOR"),
        ("Lead Botanist", "LEAD"),
        ("Principal Product Manager", "LEAD"),
        ("Museum Manager", "MANAGER"),
        ("Records Clerk Supervisor", "MANAGER"),
        ("Deputy Director of Museums", "MANAGER"),
        ("Art Director", "MANAGER"),
        ("Director of Museums", "HEAD"),
        ("Head of Botany", "HEAD"),
        ("Chief Botanist", "HEAD"),
        ("Town Clerk", "HEAD"),
    ],
)
def test_titles_tell_a_grade(title, grade):
    assert grade_of(title).name == grade


def test_nobody_junior_is_told_to_decide_alone_and_nobody_who_leads_to_propose():
    authority = [line for lens, line in LINES if lens == "authority"]
    for_juniors = [line for line in authority if is_right_for(line, "authority", Grade.JUNIOR)]
    assert for_juniors
    assert [line for line in for_juniors if ALONE.search(line)] == []
    for grade in (Grade.LEAD, Grade.MANAGER, Grade.HEAD):
        right = [line for line in authority if is_right_for(line, "authority", grade)]
        assert right
        assert [line for line in right if asks(line) and PROPOSING.search(line)] == []


def test_learners_are_given_neither_rights_nor_measures():
    assert [
        line for lens, line in LINES if lens in {"authority", "measure"} and is_right_for(line, lens, Grade.LEARNER)
    ] == []


def test_lines_about_a_team_are_for_those_who_lead_one():
    line = "[Give] the team a free hand to waive a fine."
    assert not is_right_for(line, "authority", Grade.SENIOR)
    assert is_right_for(line, "authority", Grade.MANAGER)
    assert not is_right_for(line.replace("the team", "staff"), "authority", Grade.SENIOR)
    note = "[Have] officers note where {customers} wait, and [act] on what recurs."
    assert not is_right_for(note, "voice", Grade.HOLDER)
    assert is_right_for(note, "voice", Grade.MANAGER)
    assert is_right_for("[Note] where {customers} wait for officers, and [report] it.", "voice", Grade.HOLDER)
    move = "[Use] independent judgement to move staff to where {customers} wait."
    assert not is_right_for(move, "authority", Grade.SENIOR)


@pytest.mark.parametrize(
    ("act", "lowest"),
    [
        ("assign staff to where {customers} wait longest", Grade.MANAGER),
        ("hold back a model whose errors", Grade.SENIOR),
        ("turn down a design that would mislead", Grade.SENIOR),
    ],
)
def test_whoever_has_no_such_say_is_given_no_such_right(act, lowest):
    found = [line for lens, line in LINES if lens == "authority" and act in line]
    assert found
    assert not any(is_right_for(line, "authority", Grade(lowest - 1)) for line in found)
    assert all(is_right_for(line, "authority", lowest) for line in found)


def test_a_design_is_advised_against_by_those_who_may_not_turn_it_down():
    line = "[Be] free to advise against a design that would mislead those who see or use it."
    assert is_right_for(line, "authority", Grade.JUNIOR)
    assert not is_right_for(line, "authority", Grade.LEAD)


def test_a_whole_service_is_judged_by_those_who_answer_for_it():
    line = "[Judge] the service by whom it does not reach."
    assert not is_right_for(line, "measure", Grade.JUNIOR)
    assert is_right_for(line, "measure", Grade.SENIOR)
    assert is_right_for("[Judge] the work by whom it does not reach.", "measure", Grade.JUNIOR)


@pytest.mark.parametrize("lens", LENSES)
@pytest.mark.parametrize("grade", list(Grade)[1:])
def test_every_grade_has_lines_that_hold_of_any_job(lens, grade):
    right = [line for line in load(GENERAL).lines(lens) if is_right_for(line, lens, grade)]
    assert len(right) >= 3


def test_a_head_has_the_team_do_what_others_do_first_hand():
    assert (
        for_head("[Note] what readers ask, and [answer] it.") == "[Have] the team note what readers ask, and answer it."
    )
    assert for_head("[Decide] with readers what to buy.") == "[Decide] with readers what to buy."
    told = "[Read] letters of readers, and [tell] the team."
    assert not is_right_for(told, "voice", Grade.HEAD)
    assert is_right_for(told, "voice", Grade.MANAGER)


def test_lines_marked_by_hand_stand_in_the_catalogue_and_need_their_mark():
    known = {line for _, line in LINES}
    marked = [line for lines in grades().lowest.values() for line in lines]
    assert marked
    assert set(marked) <= known
    assert all(name.upper() in Grade.__members__ for name in grades().lowest)


def test_both_readings_of_a_line_are_right_for_the_same_grades():
    makings = [making for f in functions().values() for making in (f, *f.trades)]
    marked = {line: name for name, lines in grades().lowest.items() for line in lines}
    for lens in LENSES:
        for line, bare in {pair for making in makings for pair in making.readings(lens) if pair[1]}:
            assert marked.get(line) == marked.get(bare), bare


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("Works under the supervision of the director.", False),
        ("Assists the unit manager in supervision of the works.", False),
        ("Keeps a well-trained staff.", False),
        ("Manages weekly staff meetings.", False),
        ("Manages the staff of the shop.", True),
        ("Supervises three clerks.", True),
        ("Responsible for the supervision of the staff.", True),
        ("Experience in supervision of construction.", False),
    ],
)
def test_whoever_works_under_others_or_helps_them_lead_leads_nobody(text, leads):
    assert leads_people(text) is leads


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("This is an entry-level position with room to grow.", True),
        ("This is the entry level classification within the series.", True),
        ("No experience required; we train you.", True),
        ("This is not an entry-level position.", False),
        ("Coach entry-level staff and their supervisors.", False),
    ],
)
def test_a_text_says_that_somebody_begins(text, said):
    assert begins(text) is said
