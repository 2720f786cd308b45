"""Comments together: topics, months, masking on the way in, and pages that are safe to send on."""

from pathlib import Path

import msgspec
import pytest

from jdrewrite.documents.report import text
from jdrewrite.errors import EmptyInput
from jdrewrite.voice.comments import read
from jdrewrite.voice.patterns import heard, routed
from jdrewrite.voice.praise import is_praise
from jdrewrite.voice.report import change, report
from jdrewrite.voice.routing import Job, Router
from jdrewrite.voice.words import words_of


def table(tmp_path: Path, *rows: str) -> Path:
    path = tmp_path / "c.csv"
    path.write_text("date,channel,comment\n" + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def test_read_with_days_and_without_personal_data(tmp_path: Path) -> None:
    path = table(
        tmp_path, "2026-11-02,mail,Call Jo Smith on 020 7946 0018", "31.12.2026,,fine", "31.02.2026,,so so", ",,"
    )
    comments = read(path)
    assert [c.id for c in comments] == ["1", "2", "3"]
    assert [c.day for c in comments] == ["2026-11-02", "2026-12-31", ""]
    assert comments[0].source == "mail"
    assert "7946" not in comments[0].text
    assert "Smith" not in comments[0].text


def test_a_column_of_days_is_known_whatever_it_is_called(tmp_path: Path) -> None:
    path = tmp_path / "c.csv"
    path.write_text(
        "Datum,n,comment\n2026-11-03,7,It is late\n2026-11-04T10:30:00Z,8,So it is\n,9,No day\n", encoding="utf-8"
    )
    assert [c.day for c in read(path)] == ["2026-11-03", "2026-11-04", ""]
    path.write_text("Datum,bis,comment\n2026-11-03,2026-11-04,It is late\n", encoding="utf-8")
    assert [c.day for c in read(path)] == [""], "two could be meant"


def test_a_comment_in_another_language_is_nobody_s_and_says_why(tmp_path: Path) -> None:
    voice = heard(routed(read(table(tmp_path, ",,Der Bus kommt immer zu spät", ",,I like trains.")), Router()))
    assert voice.nobody["it is in German, and only English is read"] == 1
    assert sum(voice.nobody.values()) == 2


def test_no_comment_is_told(tmp_path: Path) -> None:
    with pytest.raises(EmptyInput, match="--column"):
        read(table(tmp_path, "2026-11-02,mail,..."))


def test_patterns_by_function_topic_and_month(tmp_path: Path) -> None:
    late = [
        f"2026-{month}-0{day},,My parcel number {day} is late"
        for month, days in (("09", 2), ("10", 2), ("11", 6))
        for day in range(1, days + 1)
    ]
    found = routed(read(table(tmp_path, *late, "2026-11-01,,I like trains.")), Router())
    voice = heard(found)
    assert voice.comments == 11
    [pattern] = voice.patterns
    assert (pattern.function, pattern.count) == ("supply-chain-logistics", 10)
    assert pattern.months == {"2026-09": 2, "2026-10": 2, "2026-11": 6}
    assert change(pattern) == "6, before that 2 a month"
    assert any("last month" in words for words, _ in text(report(voice)))
    assert pattern.themes[0].topic == "delivery"
    assert sum(voice.nobody.values()) == 1
    assert voice.orphans == ("I like trains.",)


def test_each_comment_counts_once_also_where_no_job_description_is_of_its_function(tmp_path: Path) -> None:
    rows = [f",,My parcel number {n} is late" for n in range(4)]
    rows += [",,There is an item on my invoice that I never ordered", ",,I like trains."]
    clerk = Job("clerk.md", "Clerk", "accounts-receivable-payable", words_of(["Enter invoices"]))
    voice = heard(routed(read(table(tmp_path, *rows)), Router([clerk])))
    counts = {p.function: p.count for p in voice.patterns}
    assert counts == {"supply-chain-logistics": 4, "accounts-receivable-payable": 1}
    assert voice.away == {"supply-chain-logistics": 4}
    assert sum(counts.values()) + sum(voice.nobody.values()) == voice.comments == 6
    told = "\n".join(words for words, _ in text(report(voice)))
    assert "That reach a function: 5, of 2 functions. Nobody's: 1." in told
    assert "last month" not in told, "no day, no month"
    assert "For 4 of those that reach a function, no job description of that function is here." in told


def test_praise_is_passed_on_and_nothing_is_planned_against_it(tmp_path: Path) -> None:
    rows = (
        ",,Thank you for the quick delivery of my parcel!",
        ",,My parcel is late again",
        ",,Lovely and well packed parcel",
    )
    [pattern] = heard(routed(read(table(tmp_path, *rows)), Router())).patterns
    assert (pattern.count, pattern.praise) == (3, 2)
    assert [theme.count for theme in pattern.themes] == [1]
    shown = "\n".join(words for words, _ in text(report(heard(routed(read(table(tmp_path, *rows)), Router())))))
    assert shown.index("To prevent it") < shown.index("Praise to pass on: 2")
    assert f"{100 * pattern.sure:.0f} %" in shown


@pytest.mark.parametrize(
    ("said", "praises"),
    [
        ("Nothing to complain about, staff could not have been kinder", True),
        ("Not bad at all", True),
        ("No problems checking in", True),
        ("Can’t fault it", True),
        ("Not bad, but the soup was cold", False),
        ("No complaints were answered", False),
        ("Couldn't be ruder", False),
        ("There was no water", False),
        ("No one answered, nothing to complain about", False),
    ],
)
def test_a_fault_that_is_denied_is_praise(said: str, praises: bool) -> None:
    assert is_praise(said) == praises


def test_praise_of_no_known_work_stands_apart_and_what_is_not_shown_is_counted(tmp_path: Path) -> None:
    rows = [",,My toddler loved it!!", *(f",,I like trains number {n}." for n in range(8))]
    voice = heard(routed(read(table(tmp_path, *rows)), Router()))
    assert (voice.praise, voice.praised, sum(voice.nobody.values())) == (1, ("My toddler loved it!!",), 8)
    told = "\n".join(words for words, _ in text(report(voice)))
    assert "Nobody's: 8. Praise of no one's work in particular: 1." in told
    assert told.index("and 2 more") < told.index("My toddler loved it!!")


def test_praise_alone_has_no_plan(tmp_path: Path) -> None:
    voice = heard(routed(read(table(tmp_path, ",,Thank you for the quick delivery of my parcel!")), Router()))
    shown = "\n".join(words for words, _ in text(report(voice)))
    assert "To prevent it" not in shown
    assert "praise" in shown


@pytest.mark.parametrize(
    ("words", "praise"),
    [
        ("The toilets were spotless, hats off.", True),
        ("She was so patient with my grandmother.", True),
        ("Thanks for nothing.", False),
        ("Great bike, but the brakes squeal.", False),
        ("Friendly? Not in the least.", False),
        ("Is this the best you can do?", False),
        ("My parcel is late.", False),
    ],
)
def test_praise_is_told_from_blame(words: str, praise: bool) -> None:
    assert is_praise(words) == praise


def test_each_job_description_is_told_with_how_sure_it_is(tmp_path: Path) -> None:
    clerk = Job("clerk.md", "Clerk", "accounts-receivable-payable", words_of(["Enter invoices"]))
    voice = heard(
        routed(read(table(tmp_path, ",,There is an item on my invoice that I never ordered")), Router([clerk]))
    )
    [pattern] = voice.patterns
    assert pattern.sure == pattern.jobs_sure["clerk.md"]
    told = "\n".join(words for words, _ in text(report(voice)))
    assert f"Clerk (clerk.md): 1, {100 * pattern.sure:.0f} % sure" in told
    unsure = msgspec.structs.replace(pattern, jobs_sure={"clerk.md": 0.4})
    told = "\n".join(words for words, _ in text(report(msgspec.structs.replace(voice, patterns=(unsure,)))))
    assert "40 % sure; read first whether it is theirs" in told
