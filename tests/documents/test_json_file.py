import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdrewrite.documents import Columns, read_all_bytes, read_bytes, render, render_all
from jdrewrite.documents.json_spans import strings
from jdrewrite.errors import BrokenInput, UnsupportedInput
from jdrewrite.model import Edit
from tests.documents.helpers import behind, change, seen

POSTING = """{
  "@context": "https://schema.org", "@type": "JobPosting",
  "title": "Clerk &amp; Typist", "datePosted":  "2026-01-02", "baseSalary": {"value": 1.50},
  "description": "<p>We make hinges.<\\/p>\\n<ul><li>Enter bills &amp; pay<\\/li><\\/ul>",
  "qualifications": ["Two years", "A pen"]
}
"""


def test_a_posting_and_its_other_text():
    posting = read_bytes(POSTING.encode(), "clerk.json")
    assert posting.title == "Clerk & Typist"
    assert seen(posting) == [
        ("paragraph", "We make hinges."),
        ("bullet", "Enter bills & pay"),
        ("heading", "Qualifications"),
        ("bullet", "Two years"),
        ("bullet", "A pen"),
    ]


def test_only_the_strings_that_change_are_touched():
    posting = read_bytes(POSTING.encode(), "clerk.json")
    edits = [
        change(posting, "bills & pay", "bills & pay them"),
        behind(posting, "Enter", "Listen <well>"),
        change(posting, "A pen", "Two pens"),
    ]
    out = render(posting, edits).decode()
    assert out == POSTING.replace(
        '"<p>We make hinges.<\\/p>\\n<ul><li>Enter bills &amp; pay<\\/li><\\/ul>"',
        '"<p>We make hinges.</p>\\n<ul><li>Enter bills &amp; pay them</li>\\n<li>Listen &lt;well&gt;</li></ul>"',
    ).replace("A pen", "Two pens")
    assert render(posting, []) == POSTING.encode()


def test_a_line_added_to_a_list_of_strings_comes_back():
    posting = read_bytes(POSTING.encode(), "clerk.json")
    out = json.loads(render(posting, [behind(posting, "A pen", "Ink")]))
    assert "Ink" in "\n".join(out["qualifications"])


def test_plain_objects_by_the_names_of_their_values():
    raw = b'{"jobs": [{"name": "Clerk", "body": "Enter bills"}, {"name": "Nurse", "body": "Care"}], "n": 2}'
    assert [(d.path, d.title) for d in read_all_bytes(raw, "-")] == [("-#1", "Clerk"), ("-#2", "Nurse")]
    told = read_all_bytes(b'[{"x": "Enter bills", "y": "Clerk"}]', "a.json", columns=Columns(text=("x",), title="y"))
    assert told[0].title == "Clerk"
    with pytest.raises(UnsupportedInput, match="--column"):
        read_all_bytes(b'{"x": 1}', "a.json")


def test_json_lines():
    raw = '{"title":"A","description":"Do it\\n- Enter bills\\u2019s"}\n\n{"job_title":"B","jd":"<p>Do\u2028it</p>"}'.encode()
    for name in ("-", "a.jsonl", "a.txt"):
        first, second = read_all_bytes(raw, name)
        assert (first.path, second.path) == (f"{name}#1", f"{name}#3")
    out = render_all([(first, [change(first, "Enter", "Type")]), (second, [])])
    assert out == raw.replace(b"Enter", b"Type")
    with pytest.raises(BrokenInput, match=r"a\.jsonl:2"):
        read_all_bytes(b'{"title":"A","description":"Do it"}\n{"title":', "a.jsonl")


@pytest.mark.parametrize("word", ["Job text", "job_text", "JOBTEXT", "2"])
@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_a_value_is_told_as_a_column_is(word, name):
    raw = b'{"Nr.": "Clerk", "Job text": "Enter bills.", "Dept": "Accounting"}'
    columns = Columns(text=(word,), title="nr", function="dept")
    (found,) = read_all_bytes(raw, name, columns=columns)
    assert (found.title, found.function, seen(found)) == ("Clerk", "Accounting", [("paragraph", "Enter bills.")])
    with pytest.raises(UnsupportedInput, match="--column"):
        read_all_bytes(raw, name, columns=Columns(text=("other",)))


def test_the_title_of_a_posting_can_be_told():
    raw = POSTING.replace('"title"', '"Short Name": "Clerk III", "title"').encode()
    page = b'<html><body><script type="application/ld+json">' + raw + b"</script></body></html>"
    for name, data in (("a.json", raw), ("a.jsonl", raw.replace(b"\n", b" ")), ("a.html", page)):
        (found,) = read_all_bytes(data, name, columns=Columns(title="short name"))
        assert found.title == "Clerk III"
        (found,) = read_all_bytes(data, name, columns=Columns(title="no such name"))
        assert found.title == read_all_bytes(data, name)[0].title


def test_written_as_postings():
    posting = read_bytes(b"# Clerk\n\n- Enter <bills>\n  - Pay\n\nDone", "clerk.md")
    out = json.loads(render(posting, [], "json"))
    assert (out["@type"], out["title"]) == ("JobPosting", "Clerk")
    assert seen(read_bytes(json.dumps(out).encode(), "clerk.json")) == seen(posting)[1:]
    assert json.loads(render(posting, [], "jsonl"))["title"] == "Clerk"


def test_other_properties_of_a_posting_are_kept():
    posting = read_bytes(POSTING.encode(), "clerk.json")
    edits = [change(posting, "bills & pay", "bills & pay them"), change(posting, "A pen", "Two pens")]
    out = json.loads(render(posting, edits, "jsonl"))
    assert out == {
        **json.loads(POSTING),
        "description": "<p>We make hinges.</p>\n<ul><li>Enter bills &amp; pay them</li></ul>",
        "qualifications": ["Two years", "Two pens"],
    }
    page = f'<html><body><script type="application/ld+json">{{"@graph": [{POSTING}]}}</script></body></html>'
    assert json.loads(render(read_bytes(page.encode(), "x.html"), [], "json"))["datePosted"] == "2026-01-02"


@pytest.mark.parametrize("raw", ["{", '{"description": "x"', "[" * 100_000, '{"a":' * 50_000, "nonsense"])
def test_what_is_no_json_is_refused(raw):
    with pytest.raises((BrokenInput, UnsupportedInput)):
        read_all_bytes(raw.encode(), "jobs.json")


VALUES = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


@given(VALUES, st.booleans(), st.sampled_from([None, 1]))
def test_every_string_is_found_where_it_stands(value, ascii_only, indent):
    raw = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    for path, (start, end) in strings(raw).items():
        inner = value
        for step in path:
            inner = inner[step]
        assert json.loads(raw[start:end]) == inner

    def count(one):
        inside = one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
        return isinstance(one, str) + sum(count(each) for each in inside)

    assert len(strings(raw)) == count(value)


def test_a_new_line_of_a_list_is_a_string_of_its_own():
    raw = '{"title": "Clerk", "responsibilities": [\n  "Send bills",\n  "Send bills",\n  "Pay\\nbills"\n]}'
    document = read_bytes(raw.encode(), "x.json")
    edit = Edit(block="b1", start=0, end=0, text="Ask", insert=True)
    out = render(document, [edit, change(document, "Pay", "Check and pay")]).decode()
    assert json.loads(out)["responsibilities"] == ["Send bills", "Ask", "Send bills", "Check and pay bills"]
    out = render(document, [edit]).decode()
    assert out == raw.replace('  "Send bills",', '  "Send bills",\n  "Ask",', 1)


def test_half_a_character_is_read_as_an_unknown_one_and_everything_else_stays():
    raw = r'{"title": "Op \ud800 x \ud83d\ude00 \\ud800", "description": "Sort the letters.\nFile \udc00 forms."}'
    document = read_bytes(raw.encode(), "a.json")
    text = "\n".join(block.text for block in document.blocks)
    assert "\ufffd" in text
    assert text.encode()
    edit = change(document, "Sort the letters.", "Sort all letters.")
    written = render(document, [edit]).decode()
    assert r'"Op \ud800 x \ud83d\ude00 \\ud800"' in written
    assert "Sort all letters." in written
