"""The HTML report as a person uses it: it opens, filters, sorts, and leads to the page of a job description."""

import shutil

import pytest

from jdrewrite.audit import Head, Journal, Results, Task, find, run
from jdrewrite.audit.cache import Cache
from jdrewrite.audit.reports import pages, write
from tests.audit.opening import opened, told
from tests.conftest import ROOT

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def results(tmp_path_factory) -> Results:
    folder = tmp_path_factory.mktemp("jobs")
    for path in sorted((ROOT / "examples" / "markdown").glob("*.md"))[:6]:
        shutil.copy(path, folder)
    out = tmp_path_factory.mktemp("out")
    with (
        Cache(None) as cache,
        Journal(out / "results.jsonl", Head(audit="", begun="", places=()), resume=False) as kept,
    ):
        list(run(find([str(folder)]), Task(), kept, cache))
    found = Results(out)
    pages.write(found, out)
    write("html", found, out)
    return found


def test_it_opens_filters_and_sorts(results, chromium):
    rows = results.rows()
    with opened(results.path.parent / "report.html", chromium) as page:
        assert told(page) == (len(rows), len(rows))
        first = page.locator("#rows tbody tr").first
        assert min(rows, key=lambda row: row.score).title in first.inner_text()
        page.click("#rows th:nth-child(3) button")
        assert max(rows, key=lambda row: row.score).title in first.inner_text()
        page.fill("#words", rows[0].title)
        assert told(page)[0] == sum(rows[0].title.lower() in f"{row.title} {row.path}".lower() for row in rows)
        page.fill("#words", "")
        page.select_option("#function", rows[0].among)
        assert told(page)[0] == sum(row.among == rows[0].among for row in rows)
        page.select_option("#function", "")
        least = sorted(row.score for row in rows)[3]
        page.fill("#least", str(least))
        assert told(page)[0] == sum(row.score >= least for row in rows)


def test_a_title_leads_to_its_page_and_back(results, chromium):
    row = results.rows()[2]
    with opened(results.path.parent / "report.html", chromium) as page:
        page.fill("#words", row.path.rpartition("/")[2])
        page.locator("#rows tbody a").first.click()
        assert page.locator("h1").inner_text() == row.title
        assert row.path in page.locator("p.soft code").inner_text()
        assert page.locator("mark").count() > 0
        page.get_by_text("All job descriptions").click()
        assert told(page)[1] == len(results.rows())


def test_it_prints_without_its_controls(results, chromium):
    with opened(results.path.parent / "report.html", chromium) as page:
        page.emulate_media(media="print")
        assert not page.locator(".filters").is_visible()
        assert page.locator("table.map").is_visible()


@pytest.mark.parametrize("name", ["report.html", "pages/jd-000001.html"])
def test_it_is_no_wider_than_a_small_screen(results, chromium, name):
    with opened(results.path.parent / name, chromium) as page:
        page.set_viewport_size({"width": 390, "height": 800})
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
