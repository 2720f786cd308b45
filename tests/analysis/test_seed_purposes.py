"""The six pairs of job purposes of the fifth seed, in our own words: each "after" scores above its "before"."""

import pytest

import jdrewrite

PAIRS = {
    "accounts receivable": (
        "The role collects payment as early and as often as it can, so that our books look good.",
        "The role makes paying easy and pleasant for customers, because every customer needs to pay for what they "
        "buy, and helps them want to pay us.",
    ),
    "legal": (
        "As our lawyer you protect the company from risks.",
        "As our lawyer you help the company run as smoothly as it can for the long-term well-being of customers.",
    ),
    "production line": (
        "On the line you will produce goods in order to meet our deadlines.",
        "On the line you will produce goods that meet customers' standards of quality and timeliness.",
    ),
    "engineering": (
        "You will design products better and faster than our competitors, to beat the competition.",
        "You will design products that help customers achieve their goals through us better than any other way.",
    ),
    "sales": (
        "You will maximise revenue before the end of the month, every month.",
        "You will bring your work and your messages in step with other teams so that customers find it worth "
        "choosing us again.",
    ),
    "customer experience": (
        "You will maximise our NPS score.",
        "You will guide the company in sparing customers trouble and in making what we do more useful for customers.",
    ),
}


def total(text: str) -> float:
    document = jdrewrite.read_bytes(f"Purpose of the role\n\n{text}\n".encode(), "purpose.txt")
    return jdrewrite.analyse(document).score.total


@pytest.mark.parametrize("function", PAIRS)
def test_after_scores_above_before(function):
    before, after = PAIRS[function]
    assert total(after) > total(before)
