"""Any edits of any text: what is read back is what was meant, and nothing else of the file changes."""

import csv
import io
import json

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jdrewrite.documents import html_page, markdown, read_all_bytes, read_bytes, render, render_all, text
from jdrewrite.documents.numbering_on import as_written, moved_lists
from jdrewrite.errors import EmptyInput
from jdrewrite.model import Edit
from tests.documents.any_edits import (
    PLAIN,
    SIGNS,
    SPACES,
    bare,
    edits_of_all,
    last_below,
    meant,
    shown,
    untouched,
    words,
)
from tests.part import tries

SLOW = settings(max_examples=tries(60), deadline=None, suppress_health_check=[HealthCheck.too_slow])
BREAKS = st.sampled_from(["\n", "\r\n", "\r"])
BITS = st.lists(st.sampled_from([*PLAIN, *SPACES, " ", " "]), min_size=1, max_size=5).map("".join)
MARKDOWN = [
    "&rsquo;", "&amp;", "&#x41;", "&NotEqualTilde;", "\\*", "\\d", "**{}**", "*{}*", "_{}_", "`{}`", "`{}\n  {}`", "[{}](x.html)",
    "[**{}** {}](<x y> 'z')", "[{}][r]", "![{}](p.png)", "<https://x.org/a%20b>", "<b>{}</b>", "<br>", "{}  \n{}", "{}\\\n {}", "{}\n\t{}",
]  # fmt: skip
BLOCKS = ["# {} #", "{}\n===", "{}\n  {}", "- {}", "- {}\n  {}", "1. {}\n2. {}", "> {}\n> {}", "- > {}", "  * {}\n    - {}",
          "| {} | {} |\n|---|---|\n| {} | \\| {} |", "```\n{}\n```", "<div>\n{}<p>x {}</p>\n</div>", "• {}\n• {}", "- {}\n\n- {}"]  # fmt: skip


@st.composite
def filled(draw, frames, inner):
    """A frame with something in each of its places."""
    frame = draw(st.sampled_from(frames))
    while "{}" in frame:
        frame = frame.replace("{}", draw(inner), 1)
    return frame


def texts(frames, bits, ends="\n\n"):
    """Files of several blocks, with any line breaks."""
    blocks = st.lists(filled(frames, st.lists(bits, min_size=1, max_size=3).map(" ".join)), min_size=1, max_size=4)
    return st.tuples(blocks, BREAKS).map(lambda pair: ends.join(["Clerk", *pair[0], "End"]).replace("\n", pair[1]))


def check(data, raw, name, module, new):
    try:
        document = read_bytes(raw.encode(), name, module)
    except EmptyInput:
        return
    holds(document, raw, data.draw(edits_of_all(document, new)))


def holds(document, raw, edits):
    """Some edits of a text: read back as meant, and nothing else of it changes."""
    name, module = document.path, document.format
    out = render(document, edits).decode()
    assert shown(read_bytes(out.encode(), name, module)) == meant(document, edits)
    parse = {"markdown": markdown.parse, "text": text.parse, "html": lambda page: html_page.parse(page)[0]}[module]
    pieces = [piece for piece in parse(raw) if piece.text.strip()]
    touched = {edit.block for edit in edits}
    pairs = list(zip(pieces, document.blocks, strict=True))
    moved = {block for one in moved_lists(document, edits) for block in one.items}  # their numbers may change
    signs = {b.id: b.number for b in as_written(document.blocks, parse(raw))}
    places = {b.id: (p.start, raw.rfind(signs[b.id], 0, p.offsets[0])) for p, b in pairs if b.id in moved}
    begins = {block: min(at for at in found if at >= 0) for block, found in places.items()}
    follows = {last_below(document, document.block(edit.block)) for edit in edits if edit.insert}
    parts = any(p.listed for p, b in pairs if b.id in touched)  # empty lines may come between lines of such a list
    spans = []
    for p, b in pairs:
        if b.id in touched | moved:
            spans.append((begins.get(b.id, p.start), p.end))
        elif parts and p.listed:
            spans += [(p.start, p.start), (p.end, p.end)]
        elif b.id in follows:
            spans.append((p.end, p.end))
    assert untouched(raw, spans, out)


@given(st.data(), texts(BLOCKS, filled([*MARKDOWN, *["{}"] * 8], BITS)).map(lambda raw: raw + "\n\n[r]: x.html\n"))
@SLOW
def test_markdown(data, raw):
    check(data, raw, "x.md", "markdown", words(SIGNS))


@pytest.mark.parametrize("place", range(4))
@pytest.mark.parametrize("words", ["&rsquo;", "Send"])
def test_markdown_takes_two_numbered_lists_for_one_that_counts_on(words, place):
    rows = f"1. {words}\n2. {words}\n"
    raw = f"Clerk\n\n{rows}\n{rows}\nEnd\n"
    document = read_bytes(raw.encode(), "x.md", "markdown")
    assert [block.number for block in document.blocks] == ["", "1.", "2.", "3.", "4.", ""]
    holds(document, raw, [Edit(block=document.blocks[1 + place].id, start=0, end=0, text="New", insert=True)])


def test_lines_of_a_list_without_signs_may_stand_apart_where_one_of_them_grows():
    raw = "Clerk\n\n<https://x.org/a%20b>\n  Send  \nSend\n\nEnd\n"
    document = read_bytes(raw.encode(), "x.md", "markdown")
    holds(document, raw, [Edit(block="b2", start=0, end=0, text="Send" * 7)])


@given(
    st.data(),
    texts(["{}", "{}\n  {}", "- {}", "- {}\n  {}", "1. {}\n2) {}", "• {}\n• {}", "DUTIES\n{}", "{}:\n* {}"], BITS),
)
@SLOW
def test_text(data, raw):
    check(data, raw, "x.txt", "text", words(list("*_`[]()<>\\&;\"'")))


HTML = ["&rsquo;", "&amp;", "&#x41;", "&lt", "&NotEqualTilde;", "AT&T", "<b>{}</b>", "<br>", "<i></i>", "<a href='x'>{}</a>", "<!-- {} -->",
        "{}<span\nclass=x>\n{}</span>"]  # fmt: skip
TAGS = ["<p>{}</p>", "<h2>{}\n</h2>", "<ul><li>{}</li>\n <li class=x>{}<li>{}</ul>", "<div>{}<br>{}</div>", "<table><tr><td>{}<td>{}</table>",
        "<p>&bull; {}<br>&bull; {}</p>", "<ul>\n<li><p>{}</p></li>\n</ul>", "<pre>{}\n- {}</pre>"]  # fmt: skip


@given(st.data(), texts(TAGS, filled([*HTML, *["{}"] * 8], BITS), "\n").map(lambda raw: f"<div>\n{raw}\n</div>"))
@SLOW
def test_html(data, raw):
    check(data, raw, "x.html", "html", words(SIGNS))


CELLS = st.lists(BITS.filter(lambda bits: any(c.isalnum() for c in bits)).map(str.strip), min_size=1, max_size=3)
VALUES = st.tuples(CELLS.map("\n\n".join), CELLS)
CALM = words(list("()&;'\"\\/|"))


def rows_of(values):
    """The text of a record and its list, as rows of a text."""
    return [f"{values[0]}\n\n" + "".join(f"- {row}\n" for row in values[1]), "Other, of all: é\n"]


def check_records(data, raw, name, values):
    """Any edits of the first of two records: read back as meant, and the second is what it was."""
    document, other = read_all_bytes(raw, name)
    edits = data.draw(edits_of_all(document, CALM))
    named = {block.id for block in document.blocks if block.text == "Responsibilities:"}
    edits = [edit for edit in edits if edit.insert or edit.block not in named]  # the name of a value stays
    out = render_all([(document, edits), (other, [])])
    *changed, same = read_all_bytes(out, name)
    again = [said for each in changed for said in shown(each)]
    wanted = meant(document, edits)
    if not any(character.isalnum() for character in "".join(wanted)):  # a text without words is no job description
        wanted = []
    # An apostrophe keeps a cell from becoming a formula.
    plain = [[bare(said.removeprefix("'")) for said in texts] for texts in (again, wanted)]
    assert plain[0] == plain[1]
    assert same.blocks == other.blocks
    return out


@given(st.data(), VALUES, st.sampled_from(["x.csv", "x.xlsx"]))
@SLOW
def test_tables(data, values, name):
    cells = [["id", "description"], *(["1", row] for row in rows_of(values))]
    if name == "x.csv":
        file = io.StringIO(newline="")
        csv.writer(file).writerows(cells)
        raw = file.getvalue().encode()
    else:
        book, made = openpyxl.Workbook(), io.BytesIO()
        for row in cells:
            book.active.append(row)
        book.save(made)
        raw = made.getvalue()
    out = check_records(data, raw, name, values)
    if name == "x.csv":
        assert out.splitlines()[-1] == raw.splitlines()[-1]


@given(st.data(), VALUES, st.sampled_from([None, 2]), st.booleans())
@SLOW
def test_json(data, values, indent, ascii_only):
    description, rows = values
    value = [{"id": 1, "description": description, "responsibilities": rows}, {"id": 2, "description": "Other é"}]
    raw = json.dumps(value, indent=indent, ensure_ascii=ascii_only).encode()
    out = check_records(data, raw, "x.json", values)
    assert [{**each, "description": "", "responsibilities": ""} for each in json.loads(out)] == [
        {"id": number, "description": "", "responsibilities": ""} for number in (1, 2)
    ]
