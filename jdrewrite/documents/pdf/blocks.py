"""Makes headings, paragraphs and bullets of the lines of a PDF."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

import msgspec

from jdrewrite.documents.listing import sign_of
from jdrewrite.documents.pdf.layout import Line
from jdrewrite.documents.signs import DASH, DOT
from jdrewrite.model import Block, BlockKind

_SIGN = re.compile(
    rf"(?:{DOT}|{DASH}|o\s+(?=[A-Z])"
    r"|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]\s+(?=\S))"
)
_ICON = re.compile("[\ue000-\uf8ff]+\\s*")
_LOST = re.compile(r"(?:[!\"#$%&'+,§]{1,2})(?=[A-Za-z])")
"""A sign whose meaning the file has lost, as some printers write bullets."""
_OFTEN = 3
"""Lines that must begin with a lost sign for it to be a bullet."""
_STOP = (".", ":", ";", "!", "?")
_HEADING_WORDS = 12


class Group(msgspec.Struct):
    """A block in the making."""

    lines: list[Line]
    texts: list[str]
    bullet: bool
    left: float
    """Where the text of its first line begins, behind the sign."""
    number: str = ""
    """What it bears in a numbered list."""


def blocks_of(lines: Sequence[Line]) -> tuple[Block, ...]:
    """Return the blocks, in reading order; lines are counted over all pages."""
    if not lines:
        return ()
    lost = {sign for sign, count in Counter(_lost(line.text) for line in lines).items() if sign and count >= _OFTEN}
    groups: list[Group] = []
    pitch = _pitches(lines)
    for line in lines:
        sign, text = _cut(line, lost)
        if not any(character.isalnum() for character in text):
            continue
        bullet = bool(sign) or line.marked
        last = groups[-1] if groups else None
        if last is not None and not bullet and _goes_on(last, line, text, pitch):
            last.lines.append(line)
            last.texts.append(text)
        else:
            shift = (line.right - line.left) * len(sign) / max(1, len(line.text))
            groups.append(Group([line], [text], bullet, line.left + shift, sign_of(sign)))
    return _blocks(groups, _joiner(lines))


def _lost(text: str) -> str:
    return match.group() if (match := _LOST.match(text)) else ""


def _cut(line: Line, lost: set[str]) -> tuple[str, str]:
    """Return the bullet sign of a line, and its text."""
    text = line.text
    match = _SIGN.match(text)
    if match and line.bold and match.group().strip()[-1:] in ".)":
        return "", text  # a numbered heading
    if match and text[match.end() :].strip():
        return match.group(), text[match.end() :]
    if match:
        return "", ""  # a sign alone
    sign = _lost(text)
    if sign in lost and sign:
        return sign, text[len(sign) :].lstrip()
    return "", _ICON.sub("", text)


def _pitches(lines: Sequence[Line]) -> dict[int, float]:
    """Return the usual distance from line to line by the height of the letters, rounded."""
    found: dict[int, list[float]] = {}
    for before, line in pairwise(lines):
        step = before.bottom - line.bottom
        if before.region == line.region and 0 < step < 2.2 * line.height and abs(before.height - line.height) < 1:
            found.setdefault(round(line.height), []).append(step)
    return {height: _usual(steps) for height, steps in found.items()}


def _usual(steps: list[float]) -> float:
    """Return the distance inside paragraphs: the most frequent one, the smaller of equals."""
    counts = Counter(round(step * 2) / 2 for step in steps)
    most = max(counts.values())
    return min(step for step, count in counts.items() if count >= 0.6 * most)


def _goes_on(group: Group, line: Line, text: str, pitch: dict[int, float]) -> bool:
    """Tell whether a line belongs to the block before it."""
    before = group.lines[-1]
    said = group.texts[-1].rstrip()
    if abs(line.height - before.height) > 0.12 * before.height or line.bold != before.bold:
        return False
    open_end = not said.endswith(_STOP)
    lower = text[:1].islower() or text[:1] in "(&"
    if line.region != before.region:
        return open_end and lower and (line.page != before.page or not before.bold)
    step = before.bottom - line.bottom
    usual = pitch.get(round(line.height), 1.3 * line.height)
    if step > usual + 0.33 * line.height:
        return False
    if group.bullet and abs(line.left - group.left) <= 0.6 * line.height:
        return True  # under the text of a bullet, without a sign of its own
    if group.bullet and line.left < group.left - 0.6 * line.height and not (lower and open_end):
        return False
    outdented = line.left < before.left - 0.6 * line.height
    indented = line.left > before.left + 0.6 * line.height
    if not group.bullet and (indented or (outdented and len(group.lines) > 1)) and not (lower and open_end):
        return False
    return not _ended_early(before, line, text) or (lower and open_end)


def _ended_early(before: Line, line: Line, text: str) -> bool:
    """Tell whether the first word of a line would have had room at the end of the line before."""
    per_character = (line.right - line.left) / max(1, len(line.text))
    room = before.edge - before.right
    return room > (len(text.split(" ", 1)[0]) + 1.5) * per_character


def _joiner(lines: Sequence[Line]) -> Joiner:
    words = Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", " ".join(line.text for line in lines).lower()))
    broken = sum(line.text.rstrip().endswith(("-", "\u00ad")) for line in lines)
    return Joiner(words, broken > 0.05 * len(lines))


class Joiner(msgspec.Struct):
    """Joins the lines of a block."""

    words: Counter[str]
    hyphenates: bool
    """Words are broken at the ends of lines all over the text."""

    def join(self, texts: Sequence[str]) -> str:
        """Return the lines as one, words that were broken made whole."""
        whole = texts[0].strip()
        for text in map(str.strip, texts[1:]):
            if not whole.endswith(("-", "\u00ad")) or not text[:1].isalpha():
                whole += " " + text
                continue
            head = re.split(r"[\s/(]", whole)[-1][:-1]
            tail = re.split(r"[\s/,.;:)]", text)[0]
            whole = whole[:-1] + ("" if self._is_one(head.lower(), tail) else "-") + text
        return whole.replace("\u00ad", "-")

    def _is_one(self, head: str, tail: str) -> bool:
        """Tell whether a word broken by a hyphen is written without one."""
        if not tail[:1].islower() or not head.isalpha():
            return False
        if self.words[f"{head}-{tail}"]:
            return False
        return self.words[head + tail] > 0 or (self.hyphenates and not self.words[head])


def _blocks(groups: Sequence[Group], joiner: Joiner) -> tuple[Block, ...]:
    body = median(line.height for group in groups for line in group.lines for _ in range(len(line.text) // 20 + 1))
    largest = max((group.lines[0].height for group in groups if group.lines[0].page == 0), default=body)
    lefts = _levels(group.left for group in groups if group.bullet)
    found: list[Block] = []
    number = 0
    for index, group in enumerate(groups):
        text = joiner.join(group.texts)
        first = group.lines[0]
        follows = index + 1 < len(groups) and groups[index + 1].bullet
        kind, level = BlockKind.PARAGRAPH, 0
        if group.bullet:
            kind, level = BlockKind.BULLET, lefts[round(group.left)]
        elif _is_heading(text, first, body, follows=follows):
            kind, level = BlockKind.HEADING, 1 if first.height >= 0.95 * largest > 1.1 * body and first.page == 0 else 2
        found.append(
            Block(
                id=f"b{len(found) + 1}",
                kind=kind,
                text=text,
                line=number + 1,
                level=level,
                bold=first.bold,
                number=group.number,
                locator=(first.page + 1,),
            )
        )
        number += len(group.lines)
    return tuple(found)


def _levels(lefts: object) -> dict[int, int]:
    """Return the depth of bullets by where their text begins; places within a few points are one."""
    found: dict[int, int] = {}
    level, last = -1, -100.0
    for left in sorted({round(x) for x in lefts}):  # type: ignore[attr-defined]
        if left - last > 8:
            level += 1
        found[left] = min(level, 5)
        last = left
    return found


def _is_heading(text: str, line: Line, body: float, *, follows: bool) -> bool:
    words = len(text.split())
    if words > _HEADING_WORDS or text.endswith((".", ",", ";")) or not any(c.isalpha() for c in text):
        return False
    large = line.height > 1.15 * body
    return large or line.bold or (text.isupper() and words > 0) or (text.endswith(":") and words <= 7 and follows)
