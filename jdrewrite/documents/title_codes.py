"""What a system puts into a file's name beside the title: ids, hashes, job codes, dates."""

from __future__ import annotations

import re

_SPACE = re.compile(r"([-_.\s]+)")
_LABEL = frozenset("id ids no nr number ref req reqid requisition job jobid jid jr rq posting vacancy code".split())
"""What stands before a number that is an id; none of it is a title without its number."""
_COUNTED = frozenset(
    "nhs form part area route unit zone band grade gs level scale tier step range class series type year phase stage "
    "district group section iso as bs en ts sap windows sql vision agenda horizon local".split()
)
"""Words that keep the number behind them: "GS 12", "NHS 111", "ISO 9001"."""
_STANDARD = re.compile(r"(?:as|bs|en|ts|is|gs)\d+")
_ID = re.compile(
    r"\d{5,}|(?=(?:[a-z]*\d){5})[a-z]?[a-z\d]{5,}|[a-z]{1,2}\d{4,}[a-z]?|\d{3,}[a-z]{1,3}\d*|"
    r"(?=(?:[a-z]*\d){3})(?=.{6})[a-z]*\d+[a-z]+\d+[a-z\d]*"
)
"""A number that counts more than a title would, or letters and digits of a code."""
_LABELLED = re.compile(r"(?:id|req|ref|job|jobid|vac|posting)\d{3,}")
_NAMED = re.compile(r"[a-z]{3,}\d{1,4}")
"""A name with its number: "office365", "iso9001"."""
_MIXED = re.compile(r"(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]+")
_GRADE = re.compile(
    r"[a-z]\d|\d[a-z]|(?:ks|ps|ss|gs|nvq|yr|lv|qcf|as|bs)\d{1,3}|[bopdrs]2[bcdpr]|k\d\d?|[a-z]?\d{1,2}x\d{1,2}"
)
"""Letters and digits that tell a grade or a trade: "L2", "KS1", "3D", "B2B", "K12"."""
_TAIL = re.compile(r"[a-z]{1,2}|[a-z\d]*\d[a-z\d]*")
"""What a code may have behind its first part: "l68-vy6-yw"."""
_HEAD = re.compile(r"[a-z]{1,2}\d{1,3}")
_NO_WORD = re.compile(r"[b-df-hj-np-tv-z]{3,}")
"""What no word is, behind the first part of a code: "qv734-wwr"."""
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_DATE = re.compile(
    rf"[-_.\s(]+(?:(?:(?:[0-3]?\d[-_.\s]+)?{_MONTH}[-_.\s]+|[0-3]?\d[-_.\s][01]?\d[-_.\s])?(?:19|20)\d\d|"
    rf"(?:19|20)\d\d[-_.\s]?(?:[01]?\d(?:[-_.\s]?[0-3]?\d)?|q[1-4]|{_MONTH})|[0-3]\d[01]\d(?:19|20)\d\d)\)?$",
    re.IGNORECASE,
)


def without_codes(name: str) -> str:
    """Return a file's name without its ids, codes, and the date at its end: ``buyer-l68-w6-y75`` becomes ``buyer``.

    A name that would be left without a word stays as it is.

    Args:
        name: without its ending; its words are parted by blanks, dots, dashes or underscores.
    """
    dated = _DATE.sub("", name)
    parts = _SPACE.split(dated if _tells(dated) else name)
    words = [part.strip("()[]#").lower() for part in parts[::2]]
    gone = _ids(words) | _code_at_the_end(words)
    kept = [(parts[2 * i - 1] if i else "") + parts[2 * i] for i in range(len(words)) if i not in gone]
    bare = "".join(kept).strip("-_. \t")
    return bare if _tells(bare) else name


def _tells(name: str) -> bool:
    return bool(re.search(r"[A-Za-z]{2}", name))


def _ids(words: list[str]) -> set[int]:
    """Return the places of ids, with the words that call them so; a short number is one behind such a word."""
    gone: set[int] = set()
    for place, word in enumerate(words):
        before = words[place - 1] if place else ""
        last = place == len(words) - 1
        called = before in _LABEL and word.isdigit() and (last or len(word) > 2)
        counts = last and word.isdigit() and len(word) > 1
        if called or ((counts or _is_id(word)) and before not in _COUNTED):
            gone.add(place)
            gone |= {place - 1} if before in _LABEL else set()
    return gone


def _is_id(word: str) -> bool:
    if _LABELLED.fullmatch(word):
        return True
    return bool(_ID.fullmatch(word)) and not _NAMED.fullmatch(word) and not _STANDARD.fullmatch(word)


def _code_at_the_end(words: list[str]) -> set[int]:
    """Return the places of a code in several parts; two grades ("L1 L2") are none."""
    first = len(words)
    if first > 2 and _NO_WORD.fullmatch(words[-1]) and _HEAD.fullmatch(words[-2]) and not _GRADE.fullmatch(words[-2]):
        return {first - 2, first - 1}
    while first and _TAIL.fullmatch(words[first - 1]):
        first -= 1
    while first < len(words) and not _MIXED.fullmatch(words[first]):
        first += 1
    parts = [word for word in words[first:] if _MIXED.fullmatch(word)]
    if any(map(_is_id, parts)) or (len(parts) > 1 and any(not _GRADE.fullmatch(part) for part in parts)):
        return set(range(first, len(words)))
    return set()
