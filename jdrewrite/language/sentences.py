"""Cuts a block into sentences without parsing it: job descriptions hold bullets, abbreviations and run-ons."""

from __future__ import annotations

import re

from jdrewrite.language.inline_lists import heading_before, signs

_ABBREVIATIONS = frozenset(
    "e.g i.e vs inc ltd co corp dept no st mr mrs ms dr prof sr jr u.s u.k u.n d.c a.m p.m "
    "ph.d b.sc m.sc b.a m.a b.s m.s approx est min max incl ext fig hr hrs yr yrs cf gov".split()
)
_END = re.compile(
    r"""[.!?…;\n](?:(?<=[.!?…])["'”’)\]]*\s+(?=["'“‘(\[]*[A-Z0-9])|(?<=\n)\s*\n|(?<=[;])\s+(?=[A-Z][a-z]))"""
)
"""A mark and what follows it, or an empty line; to look for the mark first is five times as quick as to look back."""
_GLUED = re.compile(
    r"[.!?)](?:(?<=[a-z]{3}[.!?])|(?<=[\w.]{3}\)))"
    r"(?=(?:(?!Net\b|Js\b|Com\b|Org\b|Io\b)[A-Z][a-z]+(?:['’][a-z]+)?|A|I)[ ,])"
)
"""Two lines that were put together without a blank: "of the team.You will ...", "(Word, Excel, etc.)Lift ...".

The mark is looked for first, as above."""
_HEADED = re.compile(
    r"(?:\A\s*|(?<=[.!?])\s+)((?:Summary|Purpose) of (?:the )?(?:role|job|post|position)|"
    r"(?:Job|Role|Post|Position|General) (?:purpose|summary)|"
    r"(?:Principal|Main|Key|Primary) (?:responsibilities|duties|tasks)|Personal (?:attributes|qualities))"
    r"(\s+)(?=To [a-z]|The [A-Za-z]|It is |As an? |This (?:role|position|job|post) |You (?:will|are) |Responsible for |"
    r"Under the |Reporting to )",
    re.IGNORECASE,
)
"""A heading that lost its line break: "Job Summary The keeper opens the gates"."""
_CAPITAL = re.compile(r"[A-Z]")
_ADDRESS = 200
_OF_ADDRESS = re.compile(r"[/@\\]|www")


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of a block, without the white space around them.

    A line break inside a block is white space (hard-wrapped text), two of them end a sentence, and so does a
    semicolon before a capital, which is how lists are run together. The items of a list inside a paragraph are
    sentences, without their signs.
    """
    spans = []
    start = 0
    for end, after in _cuts(text):
        spans.append((start, end))
        start = after
    spans.append((start, len(text)))
    return [trimmed for span in spans if (trimmed := _trim(text, *span))]


def _cuts(text: str) -> list[tuple[int, int]]:
    """Return what stands between two sentences each time: where one ends, and where the next may begin."""
    found = [(m.start() + (text[m.start()] != "\n"), m.end()) for m in _END.finditer(text)]
    found = [(end, after) for end, after in found if not _inside(text, end)]
    headed = [m for m in _HEADED.finditer(text) if _CAPITAL.match(m[1]) and _CAPITAL.match(text, m.end())]
    found += [m.span(2) for m in headed]
    found += [(m.end(), m.end()) for m in _GLUED.finditer(text) if not _is_address(text, m.start())]
    last = 0
    for begin, behind in signs(text):
        heading = heading_before(text, last, begin)
        found += [(begin, behind)] if heading is None else [(heading, heading), (begin, behind)]
        last = behind
    found.sort()
    cuts: list[tuple[int, int]] = []
    for end, after in found:
        if not cuts or end >= cuts[-1][1]:
            cuts.append((end, after))
        else:
            cuts[-1] = cuts[-1][0], max(after, cuts[-1][1])
    return cuts


def _is_address(text: str, end: int) -> bool:
    return bool(_OF_ADDRESS.search(text[max(0, end - _ADDRESS) : end].rsplit(maxsplit=1)[-1]))


def _inside(text: str, end: int) -> bool:
    """Tell whether the full stop before ``end`` belongs to an abbreviation, an initial or a list number."""
    word = text[:end].rstrip("\"'”’)]").rsplit(maxsplit=1)[-1:]
    if not word or not word[0].endswith("."):
        return False
    bare = word[0].strip("([\"'“‘").rstrip(".").lower()
    return bare in _ABBREVIATIONS or (len(bare) == 1 and (bare.isalpha() and bare != "i")) or _listed(text, end, bare)


def _listed(text: str, end: int, bare: str) -> bool:
    """Tell whether this is the number of a list item at the start of the block, such as ``3.``."""
    return bare.isdigit() and text[:end].strip() == f"{bare}."


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if any(c.isalnum() for c in text[start:end]) else None
