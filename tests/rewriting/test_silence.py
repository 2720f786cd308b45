"""Why nothing is said of a text: by most of its words, and in a sentence that does not deny what is said elsewhere."""

import jdrewrite
from jdrewrite.rewriting.offline.silence import NOBODY, TOO_LONG, TOO_SHORT, why_silent

ONE = """# Records Assistant

The records assistant is part of the central office.

The records assistant files documents, prepares monthly summary reports, enters data into the register, checks forms for
completeness, orders supplies, answers the telephone, sorts the mail, maintains the filing system, updates spreadsheets,
schedules rooms, copies papers, and performs other related duties as required in the office of the registrar.
"""


def read(text, serves=None):
    return jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"), serves=serves)


def test_duties_in_one_paragraph_are_too_long_once_it_is_said_whom_they_serve():
    assert why_silent(read(ONE)) == NOBODY
    assert why_silent(read(ONE, "county auditors")) == TOO_LONG
    assert why_silent(read("# Clerk\n\n## Duties\n\n- Files papers.\n- Sorts mail.\n", "auditors")) == TOO_SHORT


def test_a_text_of_which_a_line_names_somebody_is_not_said_to_name_nobody():
    text = "# Archive Clerk\n\n## Duties\n\n- File documents.\n- Keep the index up to date.\n{}"
    silent, hardly = read(text.format("")), read(text.format("- Care for the community.\n"))
    assert silent.customer_word.source == hardly.customer_word.source == "nobody"
    assert silent.unnamed == "the text names nobody served"
    assert hardly.unnamed == "the text hardly says whom it serves"
    assert read(text.format(""), "auditors").unnamed == ""


def test_where_a_text_names_them_beside_the_role_the_role_is_said_to_say_nothing_and_not_to_name_nobody():
    found = read("# Archive Clerk\n\nWe sell to customers.\n\n## Duties\n\n- File documents.\n- Keep the index.\n")
    assert found.customer_word.count == 1
    (message,) = [f.message for f in found.findings if f.rule == "customer.missing"]
    assert message == "No line on the role says whom the work serves."
