"""What is no part of the job description: forms for applicants, notes about the posting, what is offered."""

import pytest

import jdrewrite
from jdrewrite.analysis.reading import reader_for
from jdrewrite.analysis.section_model import Place
from jdrewrite.analysis.settings import Settings
from jdrewrite.analysis.survey import survey
from jdrewrite.model import Assessment

ROLE = """# Ferry Steward

## What you will do

- Show passengers to their seats and answer their questions.
- Keep the saloon clean between two crossings.
- Lend a hand with ropes at the pier.
"""
NOTES = """
## Behavioural analysis

- "Show passengers to their seats" comes first: serving passengers is what they fear for.
- Lead with the years on the lake, so that passengers get help quickly; the JD says "lend a hand with ropes".
- Help customers by name in each bullet.
"""
FORM = """
Have you served on a boat?

Yes

No

How many years of experience do you have in helping passengers?

No experience

1 to 2 years

3 or more years

Please describe your experience in listening to passengers with patience.
"""


def read(text: str, kind: str = "md") -> Assessment:
    return jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), f"steward.{kind}"))


def told(assessment: Assessment) -> set[str]:
    """Return the texts of the statements that earn a strength."""
    return {assessment.statement(f.statement).text for f in assessment.findings if f.statement}


@pytest.mark.parametrize("beneath", [NOTES, FORM])
def test_notes_and_forms_beneath_earn_nothing(beneath: str) -> None:
    alone, both = read(ROLE), read(ROLE + beneath)
    assert both.score.total == alone.score.total
    assert told(both) == told(alone)


@pytest.mark.parametrize(
    "heading", ["Resume hints", "Notes for my application", "Why I fit", "Analysis of this posting", "ATS keywords"]
)
def test_a_heading_that_speaks_of_the_application_opens_notes(heading: str) -> None:
    assessment = read(f"{ROLE}\n## {heading}\n\n- Help passengers find their way on board.\n")
    assert assessment.statements[-1].section == "other"


@pytest.mark.parametrize("heading", ["Gap analysis", "Notes", "Passenger insights", "Profile"])
def test_a_heading_that_could_be_of_the_role_opens_no_notes_by_itself(heading: str) -> None:
    assessment = read(f"{ROLE}\n## {heading}\n\n- Listen to passengers and note what they miss.\n- Report each gap.\n")
    assert assessment.statements[-1].section == "duties"


def test_notes_end_where_the_role_is_told_again() -> None:
    assessment = read(f"{ROLE}{NOTES}\n## Requirements\n\n- Two years of experience on a ship.\n")
    assert assessment.statements[-1].section == "requirements"


def test_an_advert_may_ask_the_reader() -> None:
    assessment = read(
        "# Ferry Steward\n\nDo you like people? Do you like the lake?\n\n"
        "## What you will do\n\n- Help passengers to their seats.\n"
    )
    assert assessment.statements[-1].section == "duties"


ASKS = "Do you love {}?\n\nYes!\n\n"
CARE = "You will care for passengers each day.\n\nYou will show them to their seats.\n\n"


@pytest.mark.parametrize("more", ["", "Always!\n\n"])
def test_an_advert_may_answer_its_own_questions(more: str) -> None:
    advert = ASKS.format("helping people") + more + ASKS.format("the lake") + more + "Then join us.\n\n" + CARE
    assessment = read("# Ferry Steward\n\n" + advert)
    assert "logistics" not in {statement.section for statement in assessment.statements}
    assert assessment.score.total > 0


@pytest.mark.parametrize(
    "choices",
    [
        "Yes\n\nNo\n\n",
        "( ) Yes\n\n( ) No\n\n",
        "Yes / No\n\n",
        "Less than 1 year\n\n2 or more years\n\n",
        "Basic (with help)\n\nAdvanced (alone)\n\n",
        "Required question\n\n",
        "Strongly agree\n\nDisagree\n\n",
    ],
)
def test_questions_with_choices_are_a_form_that_ends_with_them(choices: str) -> None:
    form = "".join(f"0{n}\n\nDo you have {what}?\n\n{choices}" for n, what in enumerate(("ropes", "a boat")))
    duties = "".join(
        f"You will help passengers with their {what}.\n\n" for what in ("bags", "seats", "tea", "bikes", "coats")
    )
    sections = {s.text: s.section for s in read(f"{ROLE}\n{form}{duties}").statements}
    assert sections["Do you have a boat?"] == "logistics"
    assert {sections[line] for line in duties.split("\n") if line} == {"duties"}


def test_a_bold_question_is_no_heading_of_the_role() -> None:
    form = "".join(f"**Do you have experience with {what}?**\n\nYes\n\nNo\n\n" for what in ("ropes", "boats", "tea"))
    found = {s.text: s.section for s in read(f"{ROLE}\n{form}").statements}
    assert found["Do you have experience with tea?"] == "logistics"


def test_a_question_may_bid_to_choose_among_many() -> None:
    many = "".join(f"Lead with {what}\n\n" for what in ("ropes", "maps", "tea", "bells", "oars", "sails", "lamps"))
    form = (
        f"Are you a sailor?\n\nYes\n\nNo\n\nWhich of the following have you done?\n\n{many}Can you swim?\n\nYes\n\nNo\n"
    )
    found = {s.text: s.section for s in read(f"{ROLE}\n{form}").statements}
    assert found["Lead with lamps"] == "logistics"


def test_what_is_listed_under_benefits_is_offered_whatever_it_says() -> None:
    lines = ["Learn from colleagues who care for passengers.", "Access to tools that support your wellbeing"]
    assessment = read(ROLE + "\n## Benefits\n\n" + "".join(f"- {line}\n" for line in lines))
    assert {s.section for s in assessment.statements if s.text in lines} == {"benefits"}


def test_a_list_behind_a_paragraph_is_not_offered() -> None:
    text = "# Benefits\n\n- A free berth\n\nA steward looks after the saloon.\n\n- Show passengers to their seats.\n"
    blocks = jdrewrite.read_bytes(text.encode(), "steward.md").blocks
    places = survey(blocks, [[(0, len(block.text))] for block in blocks])
    assert [place.offered for place in places if isinstance(place, Place)] == [True, False, False]


@pytest.mark.parametrize(
    "line",
    [
        "With this plan you and your loved ones will stay well and safe.",
        "I have three or more years of experience in helping people.",
        "Describe your experience in listening to residents.",
        "To ask, start a message from your preferred email client.",
        "Percentage (%) of time spent",
    ],
)
def test_small_print_among_duties_is_not_of_the_role(line: str) -> None:
    assessment = read(f"Ferry Steward\n\nDuties\n\nShow passengers to their seats.\n{line}\nClean the saloon.\n", "txt")
    found = next(s for s in assessment.statements if s.text == line)
    assert found.section not in {"purpose", "duties", "requirements", "measures"}


def test_a_lone_line_is_a_heading_where_it_says_just_that() -> None:
    assessment = read(
        "Ferry Steward\n\nDuties\n\nShow passengers to their seats.\nClean the saloon.\n\n"
        "Benefits\n\nA free berth, a bicycle and a warm coat.\n",
        "txt",
    )
    assert assessment.statements[-1].section == "benefits"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Write from your own email client.", False),
        ("Design layouts for the different email clients.", False),
        ("Email clients when their order is ready.", True),
        ("Meet web clients and hear what they need.", True),
    ],
)
def test_a_client_may_be_a_program(text: str, named: bool) -> None:
    assert (reader_for(Settings()).read([text])[0].labels.customer == "external") is named
