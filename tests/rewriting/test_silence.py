"""Why nothing is said of a text: by most of its words, and in a sentence that does not deny what is said elsewhere."""

import jdrewrite
from jdrewrite.rewriting.offline import silence
from jdrewrite.rewriting.offline.silence import (
    HAS_END,
    NO_ACT,
    NOBODY,
    PACKED,
    SERVES,
    TOO_LONG,
    TOO_SHORT,
    WAY_OUT,
    told_silent,
    why_silent,
)

ONE = """# Records Assistant

The records assistant is part of the central office.

The records assistant files documents, prepares monthly summary reports, enters data into the register, checks forms for
completeness, orders supplies, answers the telephone, sorts the mail, maintains the filing system, updates spreadsheets,
schedules rooms, copies papers, and performs other related duties as required in the office of the registrar.
"""


def read(text, serves=None):
    return jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"), serves=serves)


def test_duties_in_one_paragraph_are_said_to_stand_together_once_it_is_said_whom_they_serve():
    assert why_silent(read(ONE)) == NOBODY
    assert why_silent(read(ONE, "county auditors")) == PACKED
    assert (
        why_silent(
            read(
                "# Falconer\n\nThe falconer flies hawks each morning, mends jesses, weighs birds, keeps the log and calls the vet.\n",
                "children",
            )
        )
        == PACKED
    )
    long = "The guard is at the gate of the yard behind the hall " + "near the old wall of the town " * 9
    assert why_silent(read(f"# Guard\n\n{long}.\n", "children")) in {TOO_LONG, NO_ACT}
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


def test_duties_that_stand_together_are_taken_up_once_each_has_its_line():
    """What the reason advises helps: the same acts, one a line, get an effect."""
    lines = "\n".join(
        f"- {act}" for act in ("Enters data into the register.", "Answers the telephone.", "Sorts the mail.")
    )
    apart = read(f"# Records Assistant\n\n## Duties\n\n{lines}\n", "county auditors")
    assert "line of its own" in WAY_OUT[PACKED]
    assert jdrewrite.propose(apart, kinds=("connect",))


def test_each_reason_for_which_something_can_be_done_says_what():
    reasons = {value for name, value in vars(silence).items() if name.isupper() and isinstance(value, str)}
    assert set(WAY_OUT) == reasons - {SERVES, HAS_END}


def test_one_long_line_that_serves_does_not_speak_for_the_short_ones():
    text = "# Ward Clerk\n\n## Duties\n\n- Answer the phone.\n- Admit patients on PAS.\n- Order paper.\n{}"
    one = "- Keep the rota of the doctors in good order so that patients are seen by somebody who is there for them.\n"
    assert why_silent(read(text.format(one))) != SERVES
    only = "# Ward Clerk\n\n## Duties\n\n" + one + "- Keep the list of beds so that patients find one.\n"
    assert why_silent(read(only)) == SERVES


def test_of_many_duties_in_one_sentence_one_that_serves_is_no_reason_to_leave_the_others():
    packed = (
        "The nurse will give medication, monitor vital signs, keep the records of the ward, teach patients and families "
        "how to care for wounds, order stock, clean the instruments, answer the telephone, and supervise assistants."
    )
    assert why_silent(read(f"# Nurse\n\n## Duties\n\n{packed}\n")) == PACKED


def test_a_reason_that_is_not_that_of_all_lines_is_not_told_of_all():
    fragments = (
        "- Night audit, room keys, guest post, mail and parcels of the house\n- Guest services, lobby, till and bar\n"
    )
    text = "# Night Auditor\n\n## Duties\n\n{}- Balancing the numbers of the house.\n"
    mixed = told_silent(read(text.format(fragments * 3), "guests"))
    assert why_silent(read(text.format(fragments * 3), "guests")) == NO_ACT
    assert mixed.startswith("many statements are fragments, lists or notes, and no whole acts of the role; ")
    assert "of the others, nothing is sure enough" in mixed
    alone = told_silent(read("# Night Auditor\n\n## Duties\n\n" + fragments, "guests"))
    assert alone == f"{NO_ACT}; {WAY_OUT[NO_ACT]}"
