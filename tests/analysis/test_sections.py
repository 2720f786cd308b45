"""None"""

import json
import time
from pathlib import Path

import pytest

import jdrewrite
from jdrewrite import resources
from jdrewrite.analysis.headings import heading_section, is_heading
from jdrewrite.analysis.section_features import features
from jdrewrite.analysis.section_model import SECTIONS, layers
from jdrewrite.analysis.sections import label_one, label_statements
from jdrewrite.model import Block, BlockKind, Section
from tests.analysis.labelled import STATEMENTS, TITLE, blocks, labels

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


def test_a_list_inside_a_paragraph_is_read_like_any_list():
    text = "KEY RESPONSIBILITIES• Check each claim against the policy • Keep the record of claims REQUIREMENTS: "
    text = text.replace("REQUIREMENTS", "Requirements") + "• Three years of claims work • A clean driving licence"
    found = labels(("About us", BlockKind.HEADING), (text, BlockKind.PARAGRAPH))
    assert found == ["other", "other", "duties", "duties", "other", "requirements", "requirements"]


def test_apply_alone_is_a_heading_under_which_nothing_is_a_duty():
    duties = "- Answer letters of readers.\n- Keep the lists.\n- Sort what comes in.\n"
    text = f"# Clerk\n\nDuties\n\n{duties}\nApply\n\n1. Fill out this form.\n"
    found = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"))
    (form,) = [s for s in found.statements if s.text.startswith("Fill out")]
    assert form.section == "logistics"


def test_numbered_duties_in_capitals_are_duties():
    duties = [(text, BlockKind.BULLET) for text in ("PROCESS TIMESHEETS AND LEAVE.", "RECONCILE PAY TO THE LEDGER.")]
    found = labels(("KEY RESPONSIBILITIES", BlockKind.HEADING), *duties)
    assert found == ["other", "duties", "duties"]


def test_below_the_heading_of_a_purpose_stands_what_the_job_is_to_do():
    aim = ("To match volunteers with older people who live alone.", BlockKind.PARAGRAPH)
    assert labels(("Role purpose", BlockKind.HEADING), aim) == ["other", "purpose"]


@pytest.mark.parametrize("heading", ["Job purpose", "Purpose of the volunteer role", "Role overview"])
def test_the_first_sentence_below_a_heading_of_purpose_is_one(heading: str) -> None:
    for told, section in (
        ("To give company and a listening ear to patients and their families in their own home.", "purpose"),
        ("The Claims Handler manages a portfolio of 120 open claims from first notice to settlement.", "purpose"),
        ("Alder Insurance is a mutual insurer with 900 people in twelve branches.", "company"),
    ):
        text = f"Claims Handler\n\n{heading}\n{told}\n\nMain tasks\n- Settle claims of up to 5,000.\n- Keep the file.\n"
        found = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "claims.txt"))
        assert [s.section for s in found.statements if s.text == told] == [section]
        assert ("purpose.missing" in {f.rule for f in found.findings}) == (section != "purpose")


def test_what_stands_below_able_to_is_asked():
    acts = [(text, BlockKind.BULLET) for text in ("Operate pumps and winches.", "Use charts of the river.")]
    for kind in (BlockKind.PARAGRAPH, BlockKind.HEADING):
        assert labels(("Ability to:", kind), *acts)[1:] == ["requirements", "requirements"]
    assert labels(("In this role you will be able to:", BlockKind.HEADING), *acts)[1:] == ["duties", "duties"]


def test_lines_of_what_is_to_be_done_are_duties_or_a_purpose():
    acts = [(text, BlockKind.PARAGRAPH) for text in TO_DO]
    assert set(labels(*acts)) <= {"duties", "purpose"}
    assert labels(("Job Summary", BlockKind.PARAGRAPH), *acts[:2]) == ["other", "purpose", "purpose"]
    asked = labels(("To apply, send us a letter.", BlockKind.PARAGRAPH), ("To ask, call us.", BlockKind.PARAGRAPH))
    assert not {"duties", "purpose"} & set(asked)


TO_DO = (
    "To provide shelter to crews who are held up by the water.",
    "To make and mend the ropes, and clean the boathouse.",
    "To inspect the lamps of the lock.",
    "To report any change in the level of the river to the office.",
)


@pytest.mark.parametrize("heading", ["JOB GOAL:", "Basic Function", "Context and purpose of the job", "Summary"])
def test_other_headings_of_a_purpose(heading):
    aim = ("Provide safe passage for boats on the upper river, and on trips upstream.", BlockKind.PARAGRAPH)
    duty = ("Keep the lock in good order.", BlockKind.BULLET)
    assert labels((heading, BlockKind.HEADING), aim, ("Duties", BlockKind.HEADING), duty)[1] == "purpose"
    assert (
        labels((f"{heading.strip(':')}: {aim[0]}", BlockKind.PARAGRAPH), ("Duties", BlockKind.HEADING), duty)[0]
        == "purpose"
    )


def test_a_notice_is_one_below_terms_of_employment_too():
    notice = ("Harbour Trust will make reasonable accommodations for people with disabilities.", BlockKind.PARAGRAPH)
    terms = ("At-will employment relationship.", BlockKind.BULLET)
    assert labels(("Employment Conditions", BlockKind.HEADING), terms, notice)[1:] == ["logistics", "legal"]


def test_a_notice_is_one_among_praise_of_the_employer_too():
    praise = [(text, BlockKind.PARAGRAPH) for text, _ in BODY[:2]]
    notice = (
        "Alder is a friendly company and an equal opportunity employer, proud of its people.",
        BlockKind.PARAGRAPH,
    )
    assert labels(("About us", BlockKind.HEADING), *praise, notice)[1:] == ["company", "company", "legal"]


@pytest.mark.parametrize(
    "heading", ["Claims Adviser (part-time) - Alder", "Job Posting: Claims Adviser", "JOB TITLE: CLAIMS ADVISER"]
)
def test_a_heading_that_says_more_than_the_title_is_the_title_still(heading):
    assert labels((heading, BlockKind.HEADING)) == ["title"]
    assert labels((heading.partition(": ")[2] or TITLE, BlockKind.PARAGRAPH)) == ["title"]


def test_a_line_of_a_list_of_duties_that_begins_with_what_is_done_is_one():
    for line in ("Hiring: Screen application forms and schedule interviews.", "Schedule the shifts of the branch."):
        duty = ("Agree repairs with builders and explain them to the member.", BlockKind.BULLET)
        assert labels(("Responsibilities", BlockKind.HEADING), duty, (line, BlockKind.BULLET))[-1] == "duties"


@pytest.mark.parametrize(
    "heading", ["Main duties of the job", "Essential criteria", "What you will bring", "Our offer"]
)
def test_more_lines_that_are_headings(heading):
    assert labels((heading, BlockKind.PARAGRAPH), ("Spreadsheets and databases.", BlockKind.PARAGRAPH))[0] == "other"
    assert is_heading(Block(id="b1", kind=BlockKind.PARAGRAPH, text=heading, line=1))


def test_a_summary_of_the_employer_is_no_purpose():
    told = "The Harbour Trust would like to keep the river open to everybody, as it has since 1890."
    assert labels(("Summary", BlockKind.HEADING), (told, BlockKind.PARAGRAPH))[1] == "company"


def test_headings_that_lost_their_line_breaks_open_what_stands_behind_them():
    text = (
        "Summary of role To help families through the days after a fire. Key responsibilities To check each claim. "
        "To agree repairs with builders. Personal attributes It is essential to be calm. Kind to all who call."
    )
    assert labels((text, BlockKind.PARAGRAPH)) == [
        *("other", "purpose"),
        *("other", "duties", "duties"),
        *("other", "requirements", "requirements"),
    ]


def test_a_check_to_pass_below_qualifications_is_asked():
    check = ("Pass a medical examination and a background check.", BlockKind.BULLET)
    assert labels(("Qualifications", BlockKind.HEADING), check) == ["other", "requirements"]
