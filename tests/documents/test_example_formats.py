"""The examples in other formats say the same as those they were made of, and go back in place."""

from pathlib import Path

import pytest

from jdrewrite.documents import read, read_all, read_all_bytes, render_all
from tests.documents.helpers import change, seen

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
NAMES = ("backend-engineer", "legal-counsel", "marketing-manager")


def texts(document):
    return [" ".join(text.split()) for _, text in seen(document)]


def test_a_printed_word_file():
    printed, source = (
        read(EXAMPLES / "pdf/warehouse-coordinator.pdf"),
        read(EXAMPLES / "word/warehouse-coordinator.docx"),
    )
    assert [text.casefold() for text in texts(printed)] == [text.casefold() for text in texts(source)]
    assert printed.title == source.title


def test_a_job_page():
    page, source = read(EXAMPLES / "web/registered-nurse.html"), read(EXAMPLES / "markdown/registered-nurse.md")
    assert page.place is not None
    assert texts(page) == texts(source)[1:]
    assert page.title == source.title


@pytest.mark.parametrize("ending", ["csv", "xlsx", "jsonl"])
def test_a_table(ending):
    documents = read_all(EXAMPLES / f"tables/openings.{ending}")
    sources = [read(EXAMPLES / f"markdown/{name}.md") for name in NAMES]
    assert [d.title for d in documents] == [s.title for s in sources]
    for document, source in zip(documents, sources, strict=True):
        assert texts(document) == (texts(source)[1:] if ending == "jsonl" else texts(source))
    last = documents[-1]
    words = last.blocks[-1].text.split()[0]
    made = render_all([(last, [change(last, last.blocks[-1].text, f"{last.blocks[-1].text} {words}")])])
    again = read_all_bytes(made, f"x.{ending}")
    assert [texts(d) for d in again[:-1]] == [texts(d) for d in documents[:-1]]
    assert again[-1].blocks[-1].text == f"{last.blocks[-1].text} {words}"
