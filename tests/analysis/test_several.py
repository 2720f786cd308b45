"""A text that holds several jobs is told from one that holds one, with its levels and its wage for each place."""

import pytest

import jdrewrite
from jdrewrite.analysis.several import jobs_in

VACANCIES = [("Lock Keeper", "18.20"), ("Baker", "17.10"), ("Night Porter", "16.00"), ("Ferry Steward", "19.00")]
DUTY = "Under general supervision, this position keeps its place in order and helps visitors."
WHOLE = "{title}\n\nDuties:\n- Keep the place in order.\n- Help visitors.\n\nRequirements:\n- A good voice.\n\n"


def jobs(text: str, kind: str = "txt") -> tuple[str, ...]:
    return jobs_in(jdrewrite.read_bytes(text.encode(), f"page.{kind}").blocks)


@pytest.mark.parametrize(
    "vacancy",
    [
        "{title}\n\n${wage} /hr\n\nPosted: 3/2/2026\n\n{duty}\n\n",
        "{title}\n\nLocation: Lakeside\n\n{duty}\n\nApply now\n\n",
        "{title}\n\nClosing date: 3 May\n\nSalary: ${wage}\n\n{duty}\n\nView job details\n\n",
    ],
)
def test_a_list_of_vacancies_holds_several_jobs(vacancy: str) -> None:
    text = "Open positions\n\n" + "".join(vacancy.format(title=t, wage=w, duty=DUTY) for t, w in VACANCIES)
    assert jobs(text) == tuple(title for title, _ in VACANCIES)


@pytest.mark.parametrize("title", ["Job title: {}", "{}"])
def test_job_descriptions_one_below_the_other_are_several(title: str) -> None:
    text = "".join(WHOLE.format(title=title.format(name)) for name in ("Baker", "Ferry Steward"))
    if title == "{}":
        text = text.replace("Ferry Steward", "FERRY STEWARD")
    assert [found.lower() for found in jobs(text)] == ["baker", "ferry steward"]


@pytest.mark.parametrize(
    "titles",
    [
        ("Nurse", "Cook", "Sous Cook"),
        ("Account Manager", "Office Manager"),
        ("Sales Manager", "Nurse", "Marketing Manager"),
        ("Manager", "Cook"),
        ("Baker, Lake Hotel", "Porter, Lake Hotel"),
        ("Baker - Lakeside", "Porter - Lakeside"),
    ],
)
def test_titles_may_share_a_word_and_be_several(titles: tuple[str, ...]) -> None:
    assert jobs("".join(WHOLE.format(title=f"Job title: {title}") for title in titles)) == titles


@pytest.mark.parametrize(
    "titles",
    [
        ("Manager", "Account Manager"),
        ("Baker", "Baker and Cook", "Cook"),
        ("Manager, Sales", "Sales Director"),
        ("Senior Manager", "Lead Manager"),
    ],
)
def test_titles_of_one_trade_are_one_job(titles: tuple[str, ...]) -> None:
    assert jobs("".join(WHOLE.format(title=f"Job title: {title}") for title in titles)) == ()


@pytest.mark.parametrize(
    ("titles", "several"),
    [
        (("Buyer I", "Buyer II", "Senior Buyer", "Lead Buyer"), False),
        (("Level 1", "Level 2", "Level 3", "Level 4"), False),
        (("Buyer I", "Buyer II", "Baker", "Senior Baker"), True),
    ],
)
def test_levels_with_fields_of_their_own_are_one_job(titles: tuple[str, ...], several: bool) -> None:
    fields = "Salary: $50,000 - $60,000\n\nSchedule: Monday to Friday\n\n"
    assert jobs("".join(f"{title}\n\n{fields}{DUTY}\n\n" for title in titles)) == (titles if several else ())


def test_first_headings_of_markdown_begin_jobs() -> None:
    one = "# {}\n\n## Duties\n\n- Keep the place in order.\n\n## Requirements\n\n- A good voice.\n\n"
    assert jobs(one.format("Baker") + one.format("Ferry Steward"), "md") == ("Baker", "Ferry Steward")


@pytest.mark.parametrize(
    "text",
    [
        "".join(WHOLE.format(title=f"Job title: {rank} Baker") for rank in ("Junior", "Senior", "Lead")),
        "Baker\n\n"
        + "".join(f"{place}\n\n${wage} - $30.00 /hr\n\n" for place, wage in zip("ABCD", "1234", strict=True))
        + WHOLE.format(title=""),
        WHOLE.format(title="Baker") + "Related: Ferry Steward\n\nApply now\n\nApply now\n\nApply now\n\nApply now\n",
        "Baker\n\n" + "".join(f"{title}\n\nWorks with the baker.\n\n" for title, _ in VACANCIES),
    ],
)
def test_one_job_is_one(text: str) -> None:
    assert jobs(text) == ()


@pytest.mark.shared
def test_no_real_job_description_is_called_several(shared) -> None:
    folder = shared / "jds"
    found = {path.name: jobs_in(jdrewrite.read(path).blocks) for path in sorted(folder.rglob("*.md"))}
    assert len(found) > 1000
    assert {name: those for name, those in found.items() if those} == {}
