"""What the plain front says of a verdict, in its three steps."""

from __future__ import annotations

from jdrewrite.model import Fact, Verdict
from jdrewrite.plain.telling import verdict

LOST = (Fact(check="content", text="terrace", start=0, end=7),)


def test_a_verdict_has_three_steps() -> None:
    assert verdict(Verdict(passed=True)) == ["Judge: nothing lost, nothing invented."]
    assert verdict(Verdict(passed=False, lost=LOST)) == ["Judge: refused. lost: terrace."]
    assert verdict(Verdict(passed=False, doubtful=True, lost=LOST)) == [
        "Judge: in doubt, look at this. perhaps lost: terrace."
    ]
