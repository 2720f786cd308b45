import pytest

from jdrewrite.documents import read_bytes, render
from jdrewrite.language.sentences import sentences
from jdrewrite.model import Edit
from tests.documents.helpers import behind, change

SAMPLE = """---
layout: job
---
# Billing *Clerk*

**You will:**

* Send [bills](https://example.org/a(b)) to **every customer** &amp; file them.
  * Nested duty
- Answer questions\\
  by letter

| Grade | Place |
| --- | --- |
| 7 | Leeds |

● First typed bullet
● Second typed bullet
"""


def read(text: str = SAMPLE):
    return read_bytes(text.encode(), "clerk.md")


def texts(document):
    return [(b.kind.value, b.text) for b in document.blocks]


def test_blocks_hold_no_marks():
    document = read()
    assert texts(document) == [
        ("heading", "Billing Clerk"),
        ("paragraph", "You will:"),
        ("bullet", "Send bills to every customer & file them."),
        ("bullet", "Nested duty"),
        ("bullet", "Answer questions\nby letter"),
        ("cell", "Grade"),
        ("cell", "Place"),
        ("cell", "7"),
        ("cell", "Leeds"),
        ("bullet", "First typed bullet"),
        ("bullet", "Second typed bullet"),
    ]
    assert document.blocks[1].bold
    assert document.blocks[3].level == 1
    assert document.title == "Billing Clerk"
    assert document.blocks[0].line == 4


def test_marks_around_words_that_stay_are_kept():
    document = read()
    block = document.blocks[2]
    new = "Send bills to every customer & file them, so that customers can pay in time."
    out = render(document, [Edit(block=block.id, start=0, end=len(block.text), text=new)]).decode()
    assert "**every customer** &amp; file them, so that customers can pay in time." in out
    assert "[bills](https://example.org/a(b))" in out
    assert out.replace(", so that customers can pay in time", "") == SAMPLE


def test_new_text_cannot_become_markup():
    document = read()
    block = document.blocks[3]
    out = render(document, [Edit(block=block.id, start=0, end=len(block.text), text="Nested *duty* <b> [x]")])
    assert read_bytes(out, "clerk.md").blocks[3].text == "Nested *duty* <b> [x]"


def test_insertions():
    document = read()
    for index, last in ((2, 3), (3, 3), (4, 4), (1, 1)):  # behind an item comes first the list below it
        block = document.blocks[index]
        out = render(document, [Edit(block=block.id, start=0, end=0, text="Listen to customers.", insert=True)])
        again = read_bytes(out, "clerk.md")
        assert again.blocks[last + 1].text == "Listen to customers."
        assert (again.blocks[last + 1].kind, again.blocks[last + 1].level) == (block.kind, block.level)
        assert [b.text for b in again.blocks if b.text != "Listen to customers."] == [b.text for b in document.blocks]


EMPHASIS = [
    # Lines of a typed list, the words of one that change, and what a reader should see.
    (["Keep *the books *", "*pay* *", "count* cash"], 1, "pay", "_", ["Keep the books *", "_ *", "count cash"]),
    (["Keep *the books *", "*pay* *", "count* cash"], 1, "pay *", "_*", ["Keep the books *", "_*", "count cash"]),
    (["Keep ** it", "_x"], 1, "_x", "", ["Keep ** it"]),
    (["the *bills a `b *", "it* is"], 0, "the bills a `b *", "*", ["*", "it is"]),
    (
        ["Keep **all the books", "Pay** the rent", "Count"],
        0,
        "Keep all the books",
        "Help",
        ["Help", "Pay the rent", "Count"],
    ),
]


@pytest.mark.parametrize("sign", ["•", "–"])
@pytest.mark.parametrize(("lines", "which", "old", "new", "seen"), EMPHASIS)
def test_emphasis_over_lines_of_a_typed_list(sign, lines, which, old, new, seen):
    document = read("Clerk\n\n" + "\n".join(f"{sign} {line}" for line in lines) + "\n\nEnd\n")
    block = document.blocks[which + 1]
    start = block.text.index(old)
    out = render(document, [Edit(block=block.id, start=start, end=start + len(old), text=new)])
    assert [block.text for block in read_bytes(out, "clerk.md").blocks] == ["Clerk", *seen, "End"]


def test_text_between_fences_can_be_edited_and_followed():
    text = "# Clerk\n\n```\nKeep the files\n```\n\n## Duties\n\n- Count the cash\n"
    document = read(text)
    block = document.blocks[1]
    assert block.text == "Keep the files"
    edits = [
        Edit(block=block.id, start=0, end=len(block.text), text="Keep all files"),
        Edit(block=block.id, start=0, end=0, text="Ask customers.", insert=True),
    ]
    again = read(render(document, edits).decode())
    assert [b.text for b in again.blocks] == ["Clerk", "Keep all files", "Ask customers.", "Duties", "Count the cash"]


def test_front_matter_stays_and_gives_the_title():
    for raw in (
        "---\ntitle: 'Head of Hinges'\ngrade: 7\n---\n\n# About\n\n- Enter bills\n",
        '+++\njob_title = "Head of Hinges"\n+++\n\n# About\n\n- Enter bills\n',
    ):
        document = read(raw)
        assert document.title == "Head of Hinges"
        assert [block.text for block in document.blocks] == ["About", "Enter bills"]
        edit = Edit(block="b2", start=0, end=5, text="Type")
        assert render(document, [edit]).decode() == raw.replace("Enter", "Type")
        assert read_bytes(raw.encode(), "-").format == "markdown"


@pytest.mark.parametrize(
    ("raw", "seen", "old", "new", "out"),
    [
        ("Check each customer&rsquo;s order and don't wait.", "Check each customer’s order and don't wait.", "customer’s order", "bill", "Check each bill and don't wait."),
        ("Plan R&amp;D budgets &lt;b&gt; now.", "Plan R&D budgets <b> now.", "R&D budgets <b>", "lab & money", "Plan lab &amp; money now."),
        ("A \\*star\\* is &copy; here.", "A *star* is © here.", "*star*", "moon", "A moon is &copy; here."),
        ("Run `foo\nbar` and `x & *y*` now.", "Run foo bar and x & *y* now.", "*y*", "*z*", "Run `foo\nbar` and `x & *z*` now."),
        ("Some **bold** and [linked](x.html) words.", "Some bold and linked words.", "bold and linked ", "", "Some words."),
        ("Some &NotEqualTilde; and &bogus; stay.", "Some &NotEqualTilde; and &bogus; stay.", "stay", "&lt; go", "Some &NotEqualTilde; and &bogus; \\&lt; go."),
        ("<https://x.org/a%20b> and <b>x</b> go.", "https://x.org/a%20b and x go.", "go", "stay", "<https://x.org/a%20b> and <b>x</b> stay."),
        ("A **bold** end", "A bold end", "bold", " # ", "A  #  end"),
    ],
)  # fmt: skip
def test_entities_escapes_and_code_are_read_and_changed_as_units(raw, seen, old, new, out):
    document = read(raw)
    assert [block.text for block in document.blocks] == [seen]
    assert render(document, [change(document, old, new)]).decode() == out


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_break_and_the_indent_behind_it_go_as_one(end):
    raw = f"# Clerk{end}{end}- Call in order to{end}  raise cash.{end}> - Pay  {end}>   bills.{end}"
    document = read(raw)
    out = render(document, [change(document, "in order to\nraise cash", "daily"), change(document, "Pay\nbills", "Go")])
    assert out.decode() == f"# Clerk{end}{end}- Call daily.{end}> - Go.{end}"


def test_a_new_line_stays_outside_the_structure_of_its_neighbour():
    raw = "Duties\n------\n\n> quoted\n\n<div>\nboxed\n</div>\n\n2.\n   Pay\n"
    document = read(raw)
    edits = [behind(document, block.text, f"# New {block.id}") for block in document.blocks]
    out = render(document, edits).decode()
    assert [block.text for block in read(out).blocks] == [
        *("Duties", "# New b1", "quoted", "# New b2", "boxed", "# New b3", "Pay", "# New b4")
    ]
    assert out.startswith("Duties\n------\n\n\\# New b1\n\n> quoted\n>\n> \\# New b2\n\n<div>")


def test_blocks_of_html_and_fences_are_read_whole():
    raw = "<p>One &amp; two</p><p>Three<!-- no --></p>\n<br>Four\n\n```\nif a < b > c: &amp;\n```\n"
    document = read(raw)
    assert [block.text for block in document.blocks] == ["One & two\nThree\n\nFour", "if a < b > c: &amp;"]
    out = render(document, [change(document, "& two\nThree", "<b>"), change(document, "a < b", "*x*")]).decode()
    assert [block.text for block in read(out).blocks] == ["One <b>\n\nFour", "if *x* > c: &amp;"]


def test_what_is_made_of_other_formats_means_itself():
    raw = "1. of May\n\n#1 of all: R&amp;D, see [x] and *y*\n\n+ plus\n"
    document = read_bytes(raw.encode(), "x.txt")
    again = read(render(document, [], "md").decode())
    assert [block.text for block in again.blocks] == [block.text for block in document.blocks]


TEMPLATED = """---
title: Clerk
---
{% comment ------ %}
{% comment %}!!{% endcomment %}
Do not change the lines below.

- Nor this one.
{% endcomment ------ %}
### {{ page.title }} - GS-{{ page.grade }}

**Job title:** {{ page.title }}

{% if page.open %}
Apply soon. {% include apply.html %}
{% endif %}

## Duties of {{ page.org }}

- Answer [letters]({% link pages/letters.md %}) from residents of {{ page.town }} each day.
"""


def test_tags_of_templates_are_no_text_of_the_job_and_stay_in_the_file():
    document = read(TEMPLATED)
    assert texts(document) == [
        ("paragraph", "Apply soon."),
        ("heading", "Duties of"),
        ("bullet", "Answer letters from residents of {{ page.town }} each day."),
    ]
    assert document.blocks[0].line == 15
    assert render(document, []).decode() == TEMPLATED
    edits = [
        Edit(block=document.blocks[0].id, start=0, end=5, text="Write"),
        Edit(block=document.blocks[2].id, start=0, end=6, text="Read"),
    ]
    assert render(document, edits).decode() == TEMPLATED.replace("Apply", "Write").replace("Answer", "Read")


def test_a_comment_that_is_never_closed_hides_nothing_but_itself():
    assert texts(read("{% comment %}\n\n- Answer letters.\n")) == [("bullet", "Answer letters.")]


def test_new_text_before_a_tag_leaves_it_in_the_file():
    raw = "# Clerk\n\n- Answer letters. {% include more.html %}\n- File them.\n"
    document = read(raw)
    at = len(document.blocks[1].text)
    edit = Edit(block=document.blocks[1].id, start=at, end=at, text="Ask readers.", insert=True)
    out = render(document, [edit]).decode()
    assert [b.text for b in read(out).blocks] == ["Clerk", "Answer letters.", "Ask readers.", "File them."]
    assert "{% include more.html %}" in out


def test_a_typed_sign_above_its_words_has_neighbours_on_one_line():
    document = read("\\* ![](p.png)\n  Pay\n")
    out = render(document, [behind(document, "Pay", "Ask")]).decode()
    assert [(b.kind.value, b.text) for b in read(out).blocks] == [("bullet", "Pay"), ("bullet", "Ask")]


def test_a_new_line_behind_a_typed_list_in_html_stands_behind_the_block():
    raw = "<div>\nTasks\n• Pay<br>• File\n</div>\n\nEnd\n"
    document = read(raw)
    out = render(document, [behind(document, "Pay", "Ask")]).decode()
    assert out == raw.replace("</div>\n", "</div>\n\n- Ask\n")


def test_the_items_of_a_list_in_a_cell_are_apart():
    text = "# Lock Keeper\n\n| Asked | |\n| --- | --- |\n| Needs | <ul><li>A licence</li> <li>A *boat*</li></ul> |\n"
    document = read_bytes(text.encode(), "jd.md")
    cell = document.blocks[-1]
    assert [cell.text[slice(*span)] for span in sentences(cell.text)] == ["A licence", "A boat"]
    edit = Edit(block=cell.id, start=0, end=len("A licence"), text="A pilot's licence")
    assert "<li>A pilot's licence</li> <li>A *boat*</li>" in render(document, [edit]).decode()
