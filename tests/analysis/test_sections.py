import json
import time
from pathlib import Path

import pytest

import jdrewrite
from jdrewrite import resources
from jdrewrite.analysis.headings import heading_section
from jdrewrite.analysis.section_features import decided, features
from jdrewrite.analysis.section_model import SECTIONS, layers
from jdrewrite.analysis.sections import label_one, label_statements
from jdrewrite.language.sentences import sentences
from jdrewrite.model import ROLE_SECTIONS, Block, BlockKind, Section

TITLE = "Claims Adviser"
HEADINGS = {
    "About us": "company",
    "WHO WE ARE": "company",
    "**The role**": "purpose",
    "Job Summary:": "purpose",
    "What you’ll do": "duties",
    "Key Responsibilities": "duties",
    "ESSENTIAL DUTIES AND RESPONSIBILITIES": "duties",
    "Who you are": "requirements",
    "Minimum qualifications": "requirements",
    "Nice to have": "requirements",
    "How success is measured": "measures",
    "What we offer": "benefits",
    "Salary and benefits": "benefits",
    "How to apply": "logistics",
    "Physical demands": "logistics",
    "Equal opportunity": "legal",
    "Purpose of the job": "purpose",
    "Job objective": "purpose",
    "About the work": "duties",
    "Quarterly picnic": None,
}
STATEMENTS = {
    "company": "Founded in 1998, Alder Insurance has grown to 900 people in twelve branches.",
    "purpose": "As a Claims Adviser, you will guide families through the days after a fire or a flood.",
    "duties": "Check each claim against the policy and agree the next step with the loss adjuster.",
    "requirements": "At least three years of experience with household claims.",
    "benefits": "Private medical insurance, 27 days of paid leave and a company pension.",
    "logistics": "To apply, send your CV and a cover letter by 12 May.",
    "legal": "We are an equal opportunity employer and consider all applicants without regard to race, "
    "religion, sex, age or disability.",
}
BODY: list[tuple[str, Section]] = [
    ("Alder Insurance is a mutual insurer with 900 people in twelve branches.", "company"),
    ("Our mission is to stand by our members when things go wrong.", "company"),
    ("We are looking for a Claims Adviser to join our branch in the harbour.", "purpose"),
    ("Check each claim against the policy.", "duties"),
    ("Agree repairs with builders and explain them to the member.", "duties"),
    ("Keep the claims record complete.", "duties"),
    ("Three years of experience with household claims.", "requirements"),
    ("Excellent written and spoken communication skills.", "requirements"),
    ("Health insurance, pension and 27 days of paid leave.", "benefits"),
    ("We are an equal opportunity employer.", "legal"),
]


def blocks(*lines: tuple[str, BlockKind]) -> list[Block]:
    return [Block(id=f"b{n}", kind=kind, text=text, line=n) for n, (text, kind) in enumerate(lines, 1)]


def labels(*lines: tuple[str, BlockKind]) -> list[Section]:
    made = blocks(*lines)
    return label_statements(made, [sentences(block.text) for block in made], TITLE)


@pytest.mark.parametrize(("heading", "section"), HEADINGS.items())
def test_headings_of_any_style_are_known_by_their_words(heading: str, section: Section | None) -> None:
    assert heading_section(heading) == section


@pytest.mark.parametrize(("section", "text"), STATEMENTS.items())
def test_a_statement_alone_is_known_by_what_it_says(section: Section, text: str) -> None:
    assert label_one(text, TITLE) == section


def test_a_title_alone_and_a_bare_heading_alone() -> None:
    assert label_one("claims adviser", TITLE) == "title"
    assert label_one("What we offer:", TITLE) == "other"


def test_a_paragraph_may_hold_two_sections() -> None:
    text = (
        "Alder Insurance is a mutual insurer with 900 people in twelve branches. "
        "We are looking for a Claims Adviser to join our branch in the harbour."
    )
    assert labels((text, BlockKind.PARAGRAPH)) == ["company", "purpose"]


@pytest.mark.parametrize("kind", [BlockKind.PARAGRAPH, BlockKind.BULLET])
def test_a_text_without_headings_is_read_by_its_sentences(kind: BlockKind) -> None:
    found = labels(*((text, kind) for text, _ in BODY))
    wrong = [(text, got) for (text, wanted), got in zip(BODY, found, strict=True) if got != wanted]
    assert len(wrong) <= 1, wrong


@pytest.mark.parametrize(
    ("heading", "kind", "bold"),
    [
        ("Requirements", BlockKind.HEADING, False),
        ("REQUIREMENTS", BlockKind.PARAGRAPH, False),
        ("Requirements:", BlockKind.PARAGRAPH, False),
        ("Requirements", BlockKind.PARAGRAPH, True),
    ],
)
def test_a_heading_in_any_dress_lends_its_section(heading: str, kind: BlockKind, bold: bool) -> None:
    vague = "Spreadsheets and databases."
    made = [
        Block(id="b1", kind=kind, text=heading, line=1, bold=bold),
        Block(id="b2", kind=BlockKind.BULLET, text=vague, line=2),
    ]
    assert label_statements(made, [[(0, len(heading))], [(0, len(vague))]], TITLE) == ["other", "requirements"]
    assert labels((vague, BlockKind.BULLET)) != ["requirements"]


def test_a_heading_in_the_same_line_counts() -> None:
    assert labels(("Benefits: Calm app, two days for good causes and more", BlockKind.PARAGRAPH)) == ["benefits"]


def test_plain_words_overrule_the_heading() -> None:
    found = labels(
        ("Responsibilities", BlockKind.HEADING),
        ("Check each claim against the policy.", BlockKind.BULLET),
        (STATEMENTS["legal"], BlockKind.PARAGRAPH),
    )
    assert found == ["other", "duties", "legal"]


@pytest.mark.parametrize(
    "text",
    [
        "Number of hours per week you worked in each post",
        "Attach your transcript",
        "Submit a CV and a cover letter in one file",
        "Give as much detail as you can on your résumé; your résumé should name each employer.",
        "Applicants will be assessed on what they wrote.",
        "If selected, you will be asked for two names.",
        "Each applicant is required to complete a questionnaire about care for patients.",
        "Candidates will be asked to submit three letters from customers.",
        "Applicants must complete every question so that the panel can compare them.",
        "Number of Vacancies 3",
        "No. of openings: 12",
    ],
)
def test_how_to_apply_is_no_requirement_whatever_stands_above_it(text: str) -> None:
    found = labels(
        ("Requirements", BlockKind.HEADING),
        ("Three years of experience with household claims.", BlockKind.BULLET),
        (text, BlockKind.BULLET),
    )
    assert found == ["other", "requirements", "logistics"]
    assert label_one(text, TITLE) == "logistics"


@pytest.mark.parametrize(
    "text",
    [
        "Review résumés and invite applicants to interviews.",
        "Submit claims to the insurer within two days.",
        "Your application of the policy must be even-handed.",
        "Work hours per week are agreed with each applicant you hire.",
        "Help applicants to complete the forms.",
        "Report the number of positions filled each month.",
    ],
)
def test_work_with_applicants_and_applications_is_left_to_the_model(text: str) -> None:
    assert decided(text) is None


def test_what_a_line_on_the_resume_opens_is_logistics() -> None:
    assert heading_section("For each post in your résumé, name:") == "logistics"


def test_a_numbered_duty_in_a_heading_is_a_duty() -> None:
    found = labels(
        ("Objectives", BlockKind.HEADING),
        ("Objective 1: Keep the record of claims complete and clear", BlockKind.HEADING),
        ("Objective 2", BlockKind.HEADING),
    )
    assert found == ["other", "duties", "other"]


def test_one_label_for_each_statement_whatever_the_text() -> None:
    hostile = ["", "   ", "•", "\u202e\u0000", ":" * 500, "A" * 5000, "1) 2) 3)", "Über uns: é", "🎉🎉"]
    made = blocks(*((text, BlockKind.PARAGRAPH) for text in hostile))
    spans = [[(0, len(text))] for text in hostile]
    found = label_statements(made, spans, "")
    assert len(found) == len(hostile)
    assert set(found) <= set(SECTIONS)
    assert label_statements([], [], "") == []


@pytest.mark.parametrize("run", ["1", "Acme ", "stand, ", "race, ", " ", "5+ -", "the a,"])
def test_an_endless_run_is_labelled_at_once(run: str) -> None:
    began = time.perf_counter()
    label_one(run * 30_000, run * 30_000)
    assert time.perf_counter() - began < 2


def test_the_table_holds_words_and_stays_small() -> None:
    path = resources.tables() / "section_weights.json"
    assert path.stat().st_size < 300_000
    assert max(len(name.split()) for name in json.loads(path.read_text(encoding="utf-8"))["words"]) <= 4


def test_the_second_layer_fits_the_first() -> None:
    own, around = layers()
    assert own.weights.shape == (len(own.names), len(SECTIONS))
    assert around.shape[1] == len(SECTIONS)


def test_features_know_name_title_and_cue() -> None:
    assert "opens with a name" in features("Alder Labs helps farmers.")
    assert "names the title" in features("The claims adviser helps members.", TITLE)
    assert "names the title" not in features("The plumber helps members.", TITLE)
    assert "cue legal" in features("We are an equal opportunity employer.")


@pytest.mark.shared
def test_accuracy_on_the_labelled_statements_does_not_fall(shared: Path) -> None:
    from tests.analysis.measure_sections import measure

    figures = measure(shared, "dev.jsonl")
    assert figures.total > 600
    assert figures.in_place / figures.total > 0.80
    assert figures.alone / figures.total > 0.76


@pytest.mark.parametrize(
    "text",
    [
        "Conduct resume review and phone interviews with candidates.",
        "Review employees at the end of their probationary period.",
        "Post vacancies on USAJOBS.",
        "Write letters of recommendation for students.",
        "Evaluate college transcripts of transfer students.",
        "Review all application materials for completeness.",
        "Send official transcripts to other colleges.",
        "Draft each vacancy announcement with the hiring manager.",
    ],
)
def test_work_on_applications_is_no_instruction_to_apply(text):
    assert decided(text) is None


def test_what_experience_is_asked_in_is_no_duty_however_it_is_worded():
    text = "# Tide Planner\n\n## Duties\n\n- Plan the tides.\n\nIt would be useful if you had experience of:\n\n- collaborating with harbours on plans\n- drawing charts for pilots\n"
    found = {s.text: s.section for s in jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "tides.md")).statements}
    assert found["Plan the tides."] == "duties"
    assert found["collaborating with harbours on plans"] == found["drawing charts for pilots"] == "requirements"


def test_a_list_inside_a_paragraph_is_read_like_any_list():
    text = "KEY RESPONSIBILITIES• Check each claim against the policy • Keep the record of claims REQUIREMENTS: "
    text = text.replace("REQUIREMENTS", "Requirements") + "• Three years of claims work • A clean driving licence"
    found = labels(("About us", BlockKind.HEADING), (text, BlockKind.PARAGRAPH))
    assert found == ["other", "other", "duties", "duties", "other", "requirements", "requirements"]


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("As a covered entity under the Fair Letting Act, the town will provide aids and services to all.", "legal"),
        ("Alder Insurance does not discriminate on the basis of age in any of its programmes.", "legal"),
        ("Reasonable accommodations may be made for those who ask for them in time.", "legal"),
        ("The compensation offered to an adviser may vary with what is known of claims.", "benefits"),
        ("The passing score for the written test will be set by the department.", "logistics"),
        ("Applications must be received by 3 May.", "logistics"),
    ],
)
def test_a_notice_under_the_duties_is_still_a_notice(text: str, section: Section):
    duties = [("Responsibilities", BlockKind.HEADING), ("Check each claim against the policy.", BlockKind.BULLET)]
    assert decided(text) == section
    assert labels(*duties, (text, BlockKind.BULLET))[-1] not in ROLE_SECTIONS


@pytest.mark.parametrize(
    "text",
    [
        "Handle requests for reasonable accommodation and keep the record of them.",
        "Train managers so that nobody is discriminated against.",
        "Prepare written tests for new advisers and score them.",
        "Explain employee benefits to new members of staff.",
    ],
)
def test_a_duty_about_notices_stays_one(text: str):
    assert decided(text) is None
    assert labels(("Responsibilities", BlockKind.HEADING), (text, BlockKind.BULLET))[-1] == "duties"


def test_behind_the_heading_of_a_notice_nothing_is_a_duty_until_a_heading_of_the_role():
    rules = "Codes and rules of the harbour; keep the log of the gates; check ropes and manage the crews."
    found = labels(
        ("EXAMINATION", BlockKind.PARAGRAPH),
        (rules, BlockKind.PARAGRAPH),
        ("NOTES:", BlockKind.PARAGRAPH),
        ("Manage the claims of members and keep the record of them.", BlockKind.BULLET),
        ("DUTIES", BlockKind.PARAGRAPH),
        ("Manage the claims of members and keep the record of them.", BlockKind.BULLET),
    )
    assert found == ["other", "logistics", "other", "logistics", "other", "duties"]
