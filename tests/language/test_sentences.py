import pytest

from jdrewrite.language.sentences import sentences

LISTS = {
    "KEY DUTIES• Keep the ledger of the branch • Answer members by phone • Help the cashier": [
        "KEY DUTIES",
        "Keep the ledger of the branch",
        "Answer members by phone",
        "Help the cashier",
    ],
    "You keep the stock. Duties include the following: 1. Count the pallets 2. Order what is short; see 3.1. 6. Sweep": [
        "You keep the stock.",
        "Duties include the following:",
        "Count the pallets",
        "Order what is short; see 3.1.",
        "Sweep",
    ],
    "Duties: * Count the pallets * Order what is short Qualifications: * Two years of experience": [
        "Duties:",
        "Count the pallets",
        "Order what is short",
        "Qualifications:",
        "Two years of experience",
    ],
    "Work well with records.2. Set good examples in all activities.3. Take part in meetings.": [
        "Work well with records.",
        "Set good examples in all activities.",
        "Take part in meetings.",
    ],
    "Responsibilities - Greet each caller. - Make calls to members - Book rooms": [
        "Responsibilities",
        "Greet each caller.",
        "Make calls to members",
        "Book rooms",
    ],
    "New starters: o Book the rooms for the branch. o Run the first week\no Ask afterwards what was missing": [
        "New starters:",
        "Book the rooms for the branch.",
        "Run the first week",
        "Ask afterwards what was missing",
    ],
    "WILL INCLUDE: --Keeping of contracts. --Review of reports. -- Filing": [
        "WILL INCLUDE:",
        "Keeping of contracts.",
        "Review of reports.",
        "Filing",
    ],
    "Know office software (sheets, letters, etc.)Lift heavy boxes of the team.You will learn": [
        "Know office software (sheets, letters, etc.)",
        "Lift heavy boxes of the team.",
        "You will learn",
    ],
}
WHOLE = [
    "Word • Excel • PowerPoint",
    "Alder Bank · Leeds · Full time",
    "Monday - Friday - Saturday - Sunday",
    "Reporting - Create dashboards for the branch",
    "Write in Node.Js and Asp.Net for about.Alder.com or www.alder.com/jobs.Apply here",
    "Know the blood group o Positive of every donor",
    "A mix of 3·5 and 4·6 and 7·8 parts",
]


@pytest.mark.parametrize("text", LISTS)
def test_the_items_of_a_list_inside_a_paragraph_are_sentences(text: str):
    assert [text[start:end] for start, end in sentences(text)] == LISTS[text]


@pytest.mark.parametrize("text", WHOLE)
def test_what_only_looks_like_a_list_stays_one(text: str):
    assert sentences(text) == [(0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Answer phone calls of patients on line 1. Answer calls of visitors on line 2. File medical records.",
        "Salary is at Grade 1. Overtime is paid at Grade 2. Nothing else is paid.",
    ],
)
def test_a_number_that_ends_a_sentence_is_no_sign_of_a_list(text: str):
    assert [text[start:end] for start, end in sentences(text)] == [f"{part}." for part in text[:-1].split(". ")]


def test_a_label_before_a_dash_stays_with_its_duty():
    text = "Events - Plan the fair. Signs - Order signs for the yard. Web pages - Write pages for members."
    assert len(sentences(text)) == 3


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Job Summary The keeper opens gates.", ["Job Summary", "The keeper opens gates."]),
        ("It is old. Key Duties To open gates.", ["It is old.", "Key Duties", "To open gates."]),
        ("Job summary the keeper writes.", ["Job summary the keeper writes."]),
        ("Read the Job Summary The keeper wrote.", ["Read the Job Summary The keeper wrote."]),
        ("Key responsibilities As agreed.", ["Key responsibilities As agreed."]),
    ],
)
def test_a_heading_that_lost_its_line_break_is_one(text, parts):
    assert [text[slice(*span)] for span in sentences(text)] == parts
