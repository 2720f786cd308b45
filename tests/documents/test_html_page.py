import json
import re

import pytest

from jdrewrite.documents import read_all_bytes, read_bytes, render
from tests.documents.helpers import behind, change, seen

DATA = """<script type="application/ld+json">
{"@graph":[{"@type":"Organization"},{"@type":["JobPosting"],"title":"Clerk &amp; Typist","datePosted":"2026-01-02",
"description":"&lt;p&gt;We make hinges.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Enter bills &amp;amp; pay&lt;/li&gt;&lt;/ul&gt;"}]}
</script>"""
PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Clerk | Hinge Works</title>{data}<script>"<p>not text</p>"</script></head>
<body><nav><ul><li><a href="/">Home</a></li></ul></nav><header><p>Log in</p></header>
<div><h1>Clerk</h1><p>We make hinges.</p>
<ul class=a>
  <li class="x" id="q">Enter <b>bills</b> &amp; pay
  <li>Greet&nbsp;guests
</ul>
<p>First line<br>&bull; Second<br>&bull; Third</p><p hidden>Secret</p>
<table><tr><th>Reports to<td>Head</table></div>
<footer>Cookies</footer></body></html>
"""
BARE, RICH = PAGE.format(data=""), PAGE.format(data=DATA)


def test_a_page_is_read_without_what_stands_around_the_text():
    page = read_bytes(BARE.encode(), "clerk.html")
    assert page.title == "Clerk"
    assert seen(page) == [
        ("heading", "Clerk"),
        ("paragraph", "We make hinges."),
        ("bullet", "Enter bills & pay"),
        ("bullet", "Greet guests"),
        ("paragraph", "First line"),
        ("bullet", "Second"),
        ("bullet", "Third"),
        ("cell", "Reports to"),
        ("cell", "Head"),
    ]


def test_only_the_words_that_change_are_touched():
    page = read_bytes(BARE.encode(), "clerk.html")
    edits = [
        change(page, "bills & pay", "bills and pay, so that <all> gain"),
        behind(page, "Enter", "Listen & learn"),
        behind(page, "Third", "Fourth"),
        behind(page, "hinges", "And doors."),
    ]
    out = render(page, edits).decode()
    assert out == BARE.replace(
        "<b>bills</b> &amp; pay\n  <li>",
        '<b>bills</b> and pay, so that &lt;all&gt; gain\n  \n  <li class="x">Listen &amp; learn</li><li>',
    ).replace("&bull; Third", "&bull; Third<br>\n• Fourth").replace("hinges.</p>", "hinges.</p>\n<p>And doors.</p>")
    assert render(page, []) == BARE.encode()


def test_the_posting_of_a_page_is_preferred_and_the_page_follows_it():
    page = read_bytes(RICH.encode(), "clerk.html")
    assert page.title == "Clerk & Typist"
    assert seen(page) == [("paragraph", "We make hinges."), ("bullet", "Enter bills & pay")]
    out = render(page, [change(page, "& pay", "& pay <all>"), behind(page, "Enter", "Listen")]).decode()
    data = json.loads(re.search(r"ld\+json\">(.*?)</script>", out, re.DOTALL).group(1))["@graph"][1]
    assert data["datePosted"] == "2026-01-02"
    assert data["description"].endswith(
        "Enter bills &amp;amp; pay &amp;lt;all&amp;gt;&lt;/li&gt;\n&lt;li&gt;Listen&lt;/li&gt;&lt;/ul&gt;"
    )
    assert "<b>bills</b> &amp; pay &lt;all&gt;\n" in out
    assert '<li class="x">Listen</li>' in out
    shown = [block.text for block in read_bytes(out.replace("JobPosting", "X").encode(), "clerk.html").blocks]
    assert shown[2:4] == ["Enter bills & pay <all>", "Listen"]


def test_text_cannot_leave_the_data_of_a_page():
    raw = (
        RICH.replace("&lt;p&gt;We make hinges.&lt;/p&gt;", "We make hinges.\\n\\n")
        .replace("&lt;", "")
        .replace("&gt;", "")
    )
    page = read_bytes(raw.encode(), "clerk.html")
    out = render(page, [change(page, "hinges", "</script><script>alert(1)</script> hinges")]).decode()
    assert out.count("<script") == raw.count("<script")


def test_several_postings_and_broken_data():
    two = PAGE.format(data=DATA + DATA.replace("Clerk", "Nurse"))
    assert [d.title for d in read_all_bytes(two.encode(), "two.html")] == ["Clerk & Typist", "Nurse & Typist"]
    broken = PAGE.format(data='<script type="application/ld+json">{"@type": "JobPosting",</script>')
    assert read_bytes(broken.encode(), "x.html").blocks[0].text == "Clerk"


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "cp1252", "utf-16"])
def test_the_encoding_of_a_page(encoding):
    raw = BARE.replace("utf-8", encoding).replace("hinges", "hinges à la carte")
    page = read_bytes(raw.encode(encoding), "clerk.html")
    assert ("paragraph", "We make hinges à la carte.") in seen(page)
    again = read_bytes(render(page, [change(page, "hinges", "hinges \u2013 \u4f60")]), "clerk.html")
    assert ("paragraph", "We make hinges \u2013 \u4f60 à la carte.") in seen(again)


def test_found_by_content_and_written_from_other_formats():
    assert read_bytes(BARE.encode(), "clerk.txt").format == "html"
    assert read_bytes(b"<p>Enter</p><ul><li>bills</li></ul>", "-").format == "html"
    markdown = read_bytes(b"# Clerk & co\n\nText\n\n- Enter <bills>\n    - Pay\n\n## Next\n\n- Last", "clerk.md")
    out = render(markdown, [], "html").decode()
    assert seen(read_bytes(out.encode(), "clerk.html")) == seen(markdown)
    assert "<title>Clerk &amp; co</title>" in out


@pytest.mark.parametrize(
    "raw",
    ["<p>" * 100_000 + "word", "<" * 100_000 + "word", "<!--" * 100_000 + "word", "<a " * 100_000 + "word",
     "&" * 300_000 + "word", "<li>" * 50_000 + "word" + "</li>" * 50_000, "<![CDATA[" * 50_000 + "word",
     "<script>" * 50_000, "<p a='" * 50_000 + "word", "</p" * 100_000 + "word"],
)  # fmt: skip
def test_hostile_pages_end(raw):
    page = f"<!DOCTYPE html><html><body><p>Clerk</p>{raw}"
    assert read_bytes(page.encode(), "clerk.html").blocks[0].text == "Clerk"


def test_what_a_page_says_of_its_encoding_counts_only_where_it_can_be():
    for named in ("punycode", "idna", "utf-7", "unicode_escape", "utf-16le", "base64", "nonsense"):
        page = f"<html><head><meta charset='{named}'></head><body><p>Caf\u00e9 clerk</p></body></html>"
        document = read_bytes(page.encode(), "x.html")
        assert (document.encoding, document.blocks[0].text) == ("utf-8", "Caf\u00e9 clerk")


def test_signs_that_a_word_processor_leaves_in_the_text_begin_items():
    page = (
        b"<body><h1>Clerk</h1><h2>Duties</h2><p><span>o&nbsp; </span>Take statements.</p><p>\xc2\xa7 Keep the file.</p>"
    )
    found = [(block.kind.value, block.text) for block in read_bytes(page, "clerk.html").blocks]
    assert found[2:] == [("bullet", "Take statements."), ("bullet", "Keep the file.")]
