"""What the words of a line, or of a heading of a notice, settle of its section, whatever stands above."""

import pytest

import jdrewrite
from jdrewrite.analysis.headings import heading_section
from jdrewrite.analysis.section_features import decided
from jdrewrite.analysis.sections import label_one
from jdrewrite.model import ROLE_SECTIONS, BlockKind, Section
from tests.analysis.labelled import STATEMENTS, TITLE, labels


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
    ("text", "section"),
    [
        ("Piece rate paid at $3 per basket or the hourly minimum, whichever is higher.", "benefits"),
        ("Piece rate of $0.85 per bucket will be offered.", "benefits"),
        ("You will be paid an hourly rate of £12.50.", "benefits"),
        ("Commission of 5% is paid on each sale above target.", "benefits"),
        ("A bonus is paid when the shop meets its target.", "benefits"),
        ("Employees earn $2 for each tray of berries.", "benefits"),
        ("The employer guarantees the prevailing wage.", "benefits"),
        ("Transport from the camp to the field is provided at no cost.", "benefits"),
        ("Overtime may be required in the busy season.", "logistics"),
        ("Shifts may change to meet the needs of the business.", "logistics"),
    ],
)
def test_what_a_job_pays_and_when_it_is_done_is_no_end_of_it(text: str, section: Section) -> None:
    duties = [("Responsibilities", BlockKind.HEADING), ("Sort apples for the packing line.", BlockKind.BULLET)]
    assert labels(*duties, (text, BlockKind.BULLET))[-1] == section
    assert section not in ROLE_SECTIONS


@pytest.mark.parametrize(
    "text",
    [
        "Calculate piece rates and pay workers on Fridays.",
        "Ensure that contractors are paid the prevailing wage.",
        "Set shifts that may change with the weather.",
        "Hourly rates of suppliers: compare them each spring.",
        "Check that commissions are paid by the fifth of the month.",
        "Keep cost per basket within target, whichever is higher.",
    ],
)
def test_a_duty_about_pay_and_hours_stays_one(text: str) -> None:
    assert decided(text) is None


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


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("Reports to the Harbour Master.", "logistics"),
        ("Reporting to the head of works", "logistics"),
        ("The Lock Keeper reports directly to the Harbour Master.", "logistics"),
        ("Performance of this job will be evaluated by the board once a year.", "logistics"),
        ("Two weeks' notice is requested.", "logistics"),
        ("Work is performed under the general supervision of the engineer.", "logistics"),
        ("Works under limited supervision.", "logistics"),
        ("This is a remote position.", "logistics"),
        ("Work environment involves some risk, such as work with engines.", "logistics"),
        ("Rowing, listening and writing skills", "requirements"),
        ("Works under general supervision, with limited latitude for initiative and judgment.", "logistics"),
        ("Compliance with the rules of the harbour required", "requirements"),
        ("Meals and uniforms provided.", "benefits"),
        ("Meals are provided to crews each day.", None),
        ("Requires considerable knowledge of the tides.", "requirements"),
        ("A boat licence may be required.", "requirements"),
        ("Works well both alone and with a crew.", "requirements"),
        ("Full awareness of all buoys, their lights and their places.", "requirements"),
        ("Accuracy and neatness is required.", "requirements"),
        ("Reports to the harbour office when boats are late.", None),
        ("Reports faults to the supervisor.", None),
        ("The Lock Keeper is responsible to the board for the gates.", None),
        ("Reporting to the Harbour Master, the keeper opens the gates.", None),
        ("Works under the supervision of the engineer to repair gates and lamps.", None),
        ("Work is performed under a permit, and includes the repair of gates.", None),
        ("Complete the form of each boat and file it.", None),
        ("Checks that accuracy is required of suppliers.", None),
    ],
)
def test_terms_of_the_job_and_what_is_asked_are_no_duties(text: str, section: Section | None) -> None:
    assert decided(text) == section


@pytest.mark.parametrize(
    "text",
    [
        "This site uses cookies to enhance your user experience.",
        "We use cookies to give you the best service.",
        "By clicking Accept, you agree that we may help you with offers.",
        "Skip to main content",
        "Share this job with a friend",
        "View all jobs",
        "Sign up for job alerts so that we can help you",
        "\u00a9 2024 Harbour Inn. All rights reserved.",
        "Please enable JavaScript to improve your experience.",
    ],
)
def test_what_a_web_page_prints_around_a_posting_is_no_work(text: str) -> None:
    found = labels(
        ("Responsibilities", BlockKind.HEADING),
        ("Check each claim against the policy.", BlockKind.BULLET),
        (text, BlockKind.PARAGRAPH),
    )
    assert found[2] not in ROLE_SECTIONS
    assert decided(text) == "other"
    assert label_one(text, TITLE) not in ROLE_SECTIONS


@pytest.mark.parametrize(
    "text",
    [
        "Keep the cookies on the site in line with the law.",
        "Manage cookies, consent and tracking on our sites.",
        "Share this knowledge with the team.",
        "View all requests of residents daily.",
        "Bake cookies and cakes for guests.",
    ],
)
def test_work_with_cookies_and_pages_is_left_to_the_model(text: str) -> None:
    assert decided(text) is None
