"""Comments that silence findings: each speaks for the line that it stands on or before, and for no other."""

import pytest

from jdrewrite.analysis import analyse
from jdrewrite.documents import read_bytes

IGNORE = "<!-- jdrewrite: ignore -- an old note -->"
MONEY = "- Maximise revenue from fees."
LETTERS = "- Prepare letters to the ratepayers of the town."


def analysed(text: str, name: str):
    return analyse(read_bytes(text.encode(), name))


def own(found) -> set[int]:
    """Return the lines of findings of single statements."""
    return {f.line for f in found if f.statement}


@pytest.mark.parametrize("name", ["d.txt", "d.md"])
@pytest.mark.parametrize("comment", [IGNORE, "<!-- jdrewrite: ignore frame.* -->"])
@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_a_comment_behind_the_last_line_silences_nothing(name, comment, end):
    text = f"# Clerk\n\n{LETTERS}\n{MONEY}\n"
    bare, found = analysed(text, name), analysed(f"{text}\n{comment}{end}", name)
    assert found.silenced == ()
    assert found.findings == bare.findings
    assert 4 in own(found.findings)


def test_a_comment_for_the_file_silences_all_wherever_it_stands():
    found = analysed(f"# Clerk\n\n{MONEY}\n\n<!-- jdrewrite: ignore-file frame.* -->\n", "d.md")
    assert {f.lens for f in found.silenced} >= {"frame"}
    assert not any(f.rule.startswith("frame.") for f in found.findings)


@pytest.mark.parametrize("name", ["d.txt", "d.md"])
@pytest.mark.parametrize("sign", ["\x0b", "\x0c", "\x1c", "\x1e", "\x85", "\u2028", "\u2029"])
def test_what_ends_no_line_moves_no_comment(name, sign):
    text = f"# Clerk\n\n- Keep{sign}the files.\n{MONEY} {IGNORE}\n{MONEY}\n"
    found = analysed(text, name)
    assert own(found.silenced) == {4}
    assert 5 in own(found.findings)
    assert 4 not in own(found.findings)


@pytest.mark.parametrize("name", ["d.txt", "d.md"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_lines_are_the_same_whatever_ends_them(name, ends):
    rows = ["# Clerk", "", LETTERS, f"{MONEY} {IGNORE}", MONEY, "", IGNORE, MONEY, MONEY]
    found = analysed(ends.join(rows), name)
    assert own(found.silenced) == {4, 8}
    assert own(found.findings) >= {5, 9}
    assert not own(found.findings) & {4, 8}
    assert [s.line for s in found.statements][-4:] == [4, 5, 8, 9]
