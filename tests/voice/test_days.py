"""Which number of a day is the month, the column tells; a day that could be two is left out and told."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdrewrite.voice.days import read

US, EUROPE, DOTS, DUTCH, ISO, SLASHES = "%m/%d/%Y", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y-%m-%d", "%Y/%m/%d"


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (["12/31/2024", "03/04/2024"], ["2024-12-31", "2024-03-04"]),
        (["31/12/2024", "03/04/2024 10:15"], ["2024-12-31", "2024-04-03"]),
        (["03/04/2024", "04/04/2024"], ["", "2024-04-04"]),
        (["31/12/2024", "12/31/2024", "03/04/2024"], ["2024-12-31", "2024-12-31", ""]),
        (["31.12.2024", "03/04/2024"], ["2024-12-31", ""]),
        (["03.04.2024"], ["2024-04-03"]),
        (["31.02.2026", "", "soon", "1203/04/2024"], ["", "", "", ""]),
    ],
)
def test_days_of_a_column(cells: list[str], found: list[str]) -> None:
    days = read(cells)
    assert list(days.found) == found
    assert days.unclear == tuple(c for c, day in zip(cells, found, strict=True) if c == "03/04/2024" and not day)


@given(
    st.lists(st.dates(date(1900, 1, 1), date(2099, 12, 31))), st.sampled_from([US, EUROPE, DOTS, DUTCH, ISO, SLASHES])
)
def test_no_day_becomes_another_one(days: list[date], written: str) -> None:
    found = read([day.strftime(written) for day in days])
    for day, said in zip(days, found.found, strict=True):
        assert said in {"", day.isoformat()}
    told = written in {DOTS, ISO, SLASHES} or any(day.day > 12 for day in days)
    plain = sum(day.day == day.month for day in days)
    assert sum(map(bool, found.found)) == (len(days) if told else plain)
    assert len(found.unclear) == found.found.count("")
