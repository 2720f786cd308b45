"""The title: behind its label, in a heading that is no page furniture, in a sentence, or the file's name."""

import pytest

from jdrewrite.documents import read_bytes
from jdrewrite.documents.titles import readable, title_of
from jdrewrite.model import Block, BlockKind

H, P, C = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.CELL


def blocks(*rows):
    return [
        Block(id=f"b{n}", kind=kind, text=text, line=n, level=level, bold=False)
        for n, (kind, level, text) in enumerate(rows, 1)
    ]


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        ([(H, 2, "Job description"), (P, 0, "Position:- Assistant Buyer")], "Assistant Buyer"),
        ([(P, 0, "##Role: Tide Analyst"), (P, 0, "Reads tides.")], "Tide Analyst"),
        ([(P, 0, "Department: Water\nGrade: 8\nPosition Title: Lock Keeper\nHours: 40")], "Lock Keeper"),
        (
            [(C, 0, "Agency"), (C, 0, "Harbour Board"), (C, 0, "Job title"), (C, 0, "Lock Keeper"), (C, 0, "Designation"), (C, 0, "Officer 6")],
            "Lock Keeper",
        ),
        ([(H, 2, "Job Title:"), (P, 0, "Seed Archivist (9722C)"), (H, 2, "Job ID:"), (P, 0, "2134")], "Seed Archivist (9722C)"),
        ([(H, 2, "Harbour Employment Opportunities"), (H, 2, "Sign In"), (H, 2, "Search for Jobs"), (H, 2, "harbour.edu"), (H, 1, "Lock Keeper"), (H, 2, "Apply")], "Lock Keeper"),
        ([(H, 1, "CAREERS AT THE HARBOUR"), (H, 2, "ABOUT THE HARBOUR"), (P, 0, "We are large."), (P, 0, "We are old."), (P, 0, "Yes."), (H, 2, "LOCK KEEPER"), (H, 2, "APPLY NOW (HTTPS://X.ORG)")], "LOCK KEEPER"),
        ([(H, 1, "Lock Keeper Job description"), (P, 0, "x")], "Lock Keeper"),
        ([(H, 2, "Senior Carer"), (P, 0, "Deputy Lock Keeper")], "Senior Carer"),
        (
            [(P, 0, "Lock Keeper, Old Harbour Board of Trade at the Upper Mill"), (H, 2, "DUTIES/RESPONSIBILITIES:"), (H, 2, "Harbour Operations"), (P, 0, "x")],
            "Lock Keeper, Old Harbour Board of Trade at the Upper Mill",
        ),
        ([(H, 2, "Experienced Lock Keeper \u2013 Upper Weir"), (P, 0, "x"), (H, 3, "What it involves")], "Experienced Lock Keeper \u2013 Upper Weir"),
        ([(H, 1, "Benefits Specialist"), (P, 0, "x")], "Benefits Specialist"),
        ([(H, 1, "Experience: five years as a manager"), (H, 2, "Lock Keeper")], "Lock Keeper"),
        ([(H, 1, "Lock Keeper"), (C, 0, "Job Title"), (C, 0, "Officer 6")], "Lock Keeper"),
        ([(P, 0, "We are looking for a Lock Keeper to open the gates."), (H, 3, "In this role you will:")], "Lock Keeper"),
        ([(P, 0, "As a Senior Lock Keeper, you open the gates.")], "Senior Lock Keeper"),
        ([(P, 0, "Ability to lift"), (H, 3, "You'll need to have:")], "Jd 2"),
        ([(C, 0, "Level"), (C, 0, "Title"), (C, 0, "Grade"), (C, 0, "6")], "Jd 2"),
    ],
)  # fmt: skip
def test_title(rows, title):
    assert title_of(blocks(*rows), "jd_2.docx").text == title


@pytest.mark.parametrize(
    ("rows", "title", "told_by"),
    [
        ([(P, 0, "Job Title:     Lock Keeper" + " " * 90 + "Wage/Hour Status: Nonexempt"), (H, 2, "Primary Purpose")], "Lock Keeper", ""),
        ([(P, 0, "Job Title: Lock Keeper Wage/Hour Status: Exempt/Professional")], "Lock Keeper", ""),
        ([(P, 0, "Position Title: Lock Keeper Reports To: Harbour Manager")], "Lock Keeper", ""),
        ([(P, 0, "Job Title: Lock Keeper Job Description No: 12"), (P, 0, "x")], "Lock Keeper", ""),
        ([(H, 1, "WTRMS Form Management"), (P, 0, "Job Code | Job Title | Status |\n2503 | Lock Keeper | Exempt |")], "Lock Keeper", ""),
        ([(H, 1, "Title Lock Keeper \u2013 Band 6\nCategories Water, Canals\nSalary Negotiable\nLocation Upper Weir")], "Lock Keeper \u2013 Band 6", ""),
        ([(P, 0, "Title Clerk"), (P, 0, "Searches titles.")], "Title Clerk", ""),
        ([(P, 0, "POSITION CLASSIFICATION DESCRIPTION"), (P, 0, "Position Classification Title: Editor"), (P, 0, "Position Classification Code: W4")], "Editor", ""),
        ([(P, 0, "Class Title: Lock Keeper"), (P, 0, "Class Code: 0815")], "Lock Keeper", ""),
        ([(P, 0, "Role and Responsibilities of the Lock Keeper:"), (H, 2, "Keepers at the weir should")], "Lock Keeper", ""),
        ([(H, 1, "Harbour Trust Seeks Experienced Lock Keeper")], "Lock Keeper", "sentence"),
        ([(H, 1, "The Harbour is now hiring a Lock Keeper")], "Lock Keeper", "sentence"),
        ([(H, 1, "Hiring Manager")], "Hiring Manager", ""),
        ([(H, 1, "Special Needs Teacher")], "Special Needs Teacher", ""),
        ([(H, 1, "Upper Weir Library"), (P, 0, "8 Weir Street"), (P, 0, "We are looking for somebody to serve in the position of Full Time (35 hours) Children's Librarian.")], "Children's Librarian", "sentence"),
    ],
)  # fmt: skip
def test_a_title_in_a_form_is_what_stands_in_its_field(rows, title, told_by):
    assert title_of(blocks(*rows), "jd_2.docx") == (title, told_by)


@pytest.mark.parametrize(
    ("rows", "told_by"),
    [
        ([(H, 1, "Hydrotherapy"), (P, 0, "Directorate: Water")], "top"),
        ([(H, 1, "Lock Keeper"), (P, 0, "Directorate: Water")], ""),
        ([(P, 0, "Job title: Hydrotherapy"), (P, 0, "Directorate: Water")], ""),
    ],
)
def test_a_line_at_the_top_that_names_no_occupation_is_a_guess(rows, told_by):
    assert title_of(blocks(*rows), "jd_2.docx").told_by == told_by


def test_a_file_name_that_tells_the_job_comes_before_a_sentence():
    rows = [(P, 0, "We are looking for a Colleague to open the gates.")]
    assert title_of(blocks(*rows), "lock-keeper.txt").text == "Lock keeper"


def test_a_page_that_only_names_its_site_is_no_title():
    rows = [(H, 2, "Job Search"), (H, 2, "Sign In"), (P, 0, "Harbour")]
    assert title_of(blocks(*rows), "lock-keeper.pdf").text == "Lock keeper"


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        ([(H, 1, "Career Opportunities"), (P, 0, "Returning User?"), (P, 0, "Title: Tide Analyst"), (P, 0, "Reads tides.")], "Tide Analyst"),
        ([(H, 1, "Menu"), *[(P, 0, f"Office of Water {n}") for n in range(20)], (P, 0, "Job Title: Lock Keeper"), (P, 0, "Opens gates.")], "Lock Keeper"),
        ([(H, 1, "Food &amp; Beverage Manager"), (P, 0, "Runs the bar.")], "Food & Beverage Manager"),
        ([(H, 1, "Employee Hub"), (P, 0, "Log in.")], "Tide reader"),
        ([(H, 1, "Water Works"), (P, 0, "We use cookies"), (P, 0, "Find a Lock Keeper")], "Tide reader"),
        ([(H, 1, "Tide Analyst Internship"), (P, 0, "Job alerts"), (P, 0, "Harbour Pilot")], "Tide Analyst Internship"),
        ([(H, 1, "Flood Protection"), (P, 0, "Reads tides.")], "Tide reader"),
    ],
)  # fmt: skip
def test_a_title_is_a_job(rows, title):
    assert title_of(blocks(*rows), "07-tide-reader.txt").text == title


def test_a_heading_that_names_no_job_stays_where_nothing_else_does():
    assert title_of(blocks((H, 1, "Flood Protection"), (P, 0, "Reads tides.")), "floods.md").text == "Flood Protection"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("01-lock-keeper.md", "Lock keeper"),
        ("2026-04-08_harbour-board_lock-keeper.md", "Lock keeper"),
        ("20260408 lock keeper.txt", "Lock keeper"),
        ("911-dispatcher.md", "911 dispatcher"),
        ("3d-artist.md", "3d artist"),
        ("lock-keeper-2.md", "Lock keeper 2"),
        ("07.md", "07"),
        ("01-lock-keeper.rewritten.txt", "Lock keeper"),
        ("lock-keeper.v2.docx", "Lock keeper"),
        ("lock-keeper.new.md", "Lock keeper"),
        ("lock-keeper (or so).txt", "Lock keeper"),
        ("lock keeper (2).docx", "Lock keeper"),
        ("lock-keeper-final.md", "Lock keeper"),
        ("lock-keeper_draft_3-final.rewritten.md", "Lock keeper"),
        ("final.md", "Final"),
        ("renewal-agent.md", "Renewal agent"),
        ("copy-editor.md", "Copy editor"),
        ("lock-keeper (part-time).md", "Lock keeper (part time)"),
    ],
)
def test_a_number_or_date_in_front_of_a_file_s_name_is_left_out(name, title):
    assert readable(name) == title


@pytest.mark.parametrize(
    "name",
    [
        "lock-keeper-l68-w6-y75.md",
        "lock-keeper-qv734-wwr.md",
        "lock-keeper-gx7554-xr.md",
        "lock-keeper-230003ff.md",
        "lock-keeper-61733.md",
        "lock-keeper-35.md",
        "lock-keeper-req-12.docx",
        "lock-keeper_job_id_4711.docx",
        "lock-keeper-3f2504e0-4f89-11d3-9a0c-0305e82c3301.md",
        "a1b2c3d4-lock-keeper.txt",
        "JR12345_lock-keeper.docx",
        "REQ-12345 lock keeper.docx",
        "lock keeper [JR-99812].docx",
        "lock keeper #12345.docx",
        "lock keeper (2024).docx",
        "lock-keeper_12.05.2024.docx",
        "lock-keeper-2024-05-01-final.docx",
        "lock-keeper-may-2024.docx",
        "lock-keeper-2024-q1.docx",
    ],
)
def test_ids_codes_and_dates_in_a_file_s_name_are_no_part_of_the_title(name):
    assert readable(name) == "Lock keeper"


@pytest.mark.parametrize(
    "words",
    [
        "Lock keeper l1 l2",
        "Teacher ks1 ks2",
        "Account manager b2b b2c",
        "Auditor iso 9001",
        "Auditor iso9001",
        "Electrician bs7671",
        "Call handler nhs 111",
        "Clerk gs 12",
        "Band 6 physiotherapist",
        "Engineer office365",
        "Consultant s4 hana",
        "24x7 engineer",
        "Fellow gs15",
        "4711",
        "20240501",
    ],
)
def test_a_grade_a_standard_or_a_name_with_a_number_stays_in_the_title(words):
    assert readable(words.lower().replace(" ", "-") + ".md") == words


def test_behind_a_menu_stands_the_title():
    rows = [(H, 1, "Skip to Main Content"), (P, 0, "Departments"), (P, 0, "Contact Us"), (P, 0, "Harbour Pilot II")]
    assert title_of(blocks(*rows, (P, 0, "Reads tides.")), "page.txt").text == "Harbour Pilot II"


_DETAILS = [(H, 2, "=== JOB DETAILS ==="), (P, 0, "Salary: 40,000"), (H, 2, "POSITION NUMBER: 65029827")]


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("The Harbour is currently recruiting for a Lock Keeper\n*Open until filled*", "Lock Keeper"),
        ("The Board of Water seeks applicants for a Senior Quality Assurance (QA) Engineer position.", "Senior Quality Assurance (QA) Engineer"),
        ("We keep the water. The Senior Tide Analyst will read the tides.", "Senior Tide Analyst"),
        ("The Board is accepting applications for the position of Tide Analyst.", "Tide Analyst"),
        ("We are looking for a Lock Keeper. The work is hard.", "Lock Keeper"),
        ("We are hiring a Sr. Tide Analyst on the river.", "Sr. Tide Analyst"),
    ],
)  # fmt: skip
def test_where_the_file_s_name_names_no_job_a_sentence_comes_before_a_qualification(said, title):
    rows = [
        *_DETAILS,
        (P, 0, said),
        (P, 0, "Reads tides."),
        (P, 0, "CERA (Certified Election Registration Administrator)"),
        (P, 0, "Harbour Master"),
    ]
    assert title_of(blocks(*rows), "vrc-final-2.txt").text == title


def test_a_line_above_the_sentence_is_the_title_and_so_is_one_that_says_the_same_in_full():
    said = (P, 0, "We are looking for a Tide Analyst to read tides.")
    assert title_of(blocks(*_DETAILS, (P, 0, "Harbour Pilot II"), said), "qa.txt").text == "Harbour Pilot II"
    assert title_of(blocks(*_DETAILS, said, (P, 0, "Tide Analyst II")), "qa.txt").text == "Tide Analyst II"


@pytest.mark.parametrize(
    "line", ["POSITION NUMBER: 65029827", "Pilot License", "CNA (Certified Nursing Assistant)", "Grade code: 7-B"]
)
def test_a_number_or_a_certificate_is_no_title(line):
    assert title_of(blocks((H, 2, line), (P, 0, "Reads tides.")), "qa.txt").text == "Qa"


def test_a_certified_assistant_is_a_job():
    assert (
        title_of(blocks((H, 1, "Certified Nursing Assistant"), (P, 0, "Helps.")), "qa.txt").text
        == "Certified Nursing Assistant"
    )


@pytest.mark.parametrize(
    ("rows", "name", "source"),
    [
        ([(H, 1, "Lock Keeper"), (P, 0, "Opens gates.")], "07.txt", ""),
        ([(P, 0, "Job title: Lock Keeper"), (P, 0, "Opens gates.")], "07.txt", ""),
        ([(P, 0, "Opens gates."), (P, 0, "Keeps the weir.")], "lock-keeper.txt", "name"),
        ([(H, 1, "Flood Protection"), (P, 0, "Reads tides.")], "tide-reader.txt", "name"),
        ([(P, 0, "We are looking for a Lock Keeper to open gates.")], "jd_2.txt", "sentence"),
        ([*_DETAILS, (P, 0, "The Harbour is currently recruiting for a Lock Keeper\nOpen")], "vrc.txt", "sentence"),
        ([(H, 1, "Menu"), *[(P, 0, f"Office of Water {n}") for n in range(20)], (P, 0, "Job Title: Lock Keeper")], "7.txt", "line"),
        ([(H, 1, "Skip to Main Content"), (P, 0, "Contact Us"), (P, 0, "Harbour Pilot II")], "page.txt", ""),
    ],
)  # fmt: skip
def test_a_title_tells_where_it_was_found(rows, name, source):
    assert title_of(blocks(*rows), name).told_by == source


@pytest.mark.parametrize(
    ("rows", "name", "title"),
    [
        ([(P, 0, "Server Administrator"), (P, 0, "Backs up.")], "server.html", "Server Administrator"),
        ([(P, 0, "Assistant Accountant"), (P, 0, "Posts.")], "accountant.html", "Assistant Accountant"),
        ([(P, 0, "Sluice Keeper"), (P, 0, "Opens gates.")], "operator.html", "Sluice Keeper"),
        ([(H, 1, "Harbour"), (P, 0, "Harbour Pilot II"), (P, 0, "Steers.")], "lock-keeper.html", "Lock keeper"),
        ([(P, 0, "Opens Gates"), (P, 0, "Keeps the weir.")], "lock-keeper.html", "Lock keeper"),
    ],
)
def test_a_first_line_that_is_a_job_goes_before_the_name_of_the_file(rows, name, title):
    assert title_of(blocks(*rows), name).text == title


def test_a_title_that_somebody_gave_is_no_guess():
    document = read_bytes(b"Opens gates.\n\nKeeps the weir.\n", "lock-keeper.txt")
    assert document.title_from == "name"
    assert document.titled("Weir Warden").title_from == ""
    front = read_bytes(b"---\ntitle: Weir Warden\n---\n\nOpens gates.\n", "lock-keeper.md")
    assert (front.title, front.title_from) == ("Weir Warden", "")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("SHIFT SUPERINTENDENT\n\nClass Code: 7\n\nDUTIES\n\nSupervises the plant.", "SHIFT SUPERINTENDENT"),
        ("STOCK CLERK\nClass Code: 7\n\nDUTIES\n\nCounts the stock.", "STOCK CLERK"),
        ("ABOUT OUR ANALYSTS\n\n# Buyer\n\nBuys goods.", "Buyer"),
    ],
)
def test_a_first_line_in_capitals_is_the_title_of_markdown_too(text, title):
    assert read_bytes(text.encode(), "file.md").title == title


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        ([(H, 1, "Lock Keeper - Part-Time - Harbour Trust"), (P, 0, "x")], "Lock Keeper"),
        ([(H, 1, "Lock Keeper (Part-Time) - Harbour Trust"), (P, 0, "x")], "Lock Keeper"),
        ([(H, 1, "LOCK KEEPER - PART-TIME (minimum of 9 hours)"), (P, 0, "x")], "LOCK KEEPER"),
        ([(H, 2, "Position: Lock Keeper can be full or part time"), (P, 0, "x")], "Lock Keeper"),
        ([(H, 1, "Part-time Lock Keeper"), (P, 0, "x")], "Part-time Lock Keeper"),
        ([(H, 1, "Real-Time Analyst"), (P, 0, "x")], "Real-Time Analyst"),
        ([(H, 1, "Job Posting: Lock Keeper"), (P, 0, "x")], "Lock Keeper"),
        ([(H, 1, "Employment Opportunities | Lock Keeper"), (P, 0, "x")], "Lock Keeper"),
        ([(H, 1, "Job Specification"), (H, 2, "LOCK KEEPER"), (P, 0, "x")], "LOCK KEEPER"),
        ([(H, 1, "Water Department"), (P, 0, "Lock Keeper"), (P, 0, "Opens gates.")], "Lock Keeper"),
        ([(H, 1, "Water Department"), (P, 0, "We open gates"), (P, 0, "Lock Keeper")], "Water Department"),
    ],
)
def test_a_title_is_the_job_alone(rows, title):
    assert title_of(blocks(*rows), "x.md").text == title


def test_the_label_of_another_field_is_no_title():
    rows = [(H, 2, "Job Title:"), (H, 2, "Line Manager:"), (P, 0, "Deputy Lock Keeper"), (P, 0, "Harbour Master")]
    assert title_of(blocks(*rows), "deputy-lock-keeper.txt").text == "Deputy Lock Keeper"


@pytest.mark.parametrize(
    "heading",
    [
        "DEFINITION",
        "Distinguishing features of the class",
        "Nature of Work:",
        "Typical duties",
        "General statement of duties",
    ],
)
def test_the_heading_of_a_section_is_no_title(heading):
    found = title_of(blocks((H, 1, heading), (P, 0, "Opens and shuts the gates of the lock.")), "010-lock-keeper")
    assert (found.text, found.told_by) == ("Lock keeper", "name")


@pytest.mark.parametrize("title", ["General Manager", "Definition Analyst", "Mission Planner", "Function Chef"])
def test_a_job_that_begins_like_a_section_is_a_title(title):
    assert title_of(blocks((H, 1, title), (P, 0, "Opens and shuts the gates.")), "text").text == title
