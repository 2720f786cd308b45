"""The verdict on a whole rewritten document, whoever wrote it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

import msgspec

from jdrewrite.model import BlockKind, Document, Fact, Verdict
from jdrewrite.verifying.checks.locked import is_locked
from jdrewrite.verifying.judge import verify
from jdrewrite.verifying.lexicon import akin

ALIKE = 0.45
"""Share of common words from which two blocks are taken for the same block, reworded."""
_LOCKED_HEADING = re.compile(
    r"equal (?:employment )?opportunit|\beeo\b|\blegal\b|disclaimer|accommodation|benefits|compensation|\bsalary\b|\bpay\b|"
    r"remuneration|how to apply|privacy|what we offer|perks",
    re.IGNORECASE,
)
Texts = list[tuple[str, str | None]]
"""The text of each block, and the section in which it stands if that is locked."""


def verify_documents(before: Document, after: Document) -> Verdict:
    """Judge a rewritten document: blocks that stayed are paired off, the rest by likeness; new ones are additions.

    A fact that moved from one block to another is kept.

    Raises:
        ModelMissing: the language model is not installed.
    """
    old, new = _texts(before), _texts(after)
    gone, come = _unpaired(old, new)
    parts: list[Verdict] = []
    touched: list[tuple[str, str]] = []
    for a, b in _paired(gone, come):
        gone.remove(a)
        come.remove(b)
        touched.append((a[0], b[0]))
        parts.append(verify(a[0], b[0], section=a[1]))
    everything = " ".join([*(b for _, b in touched), *(text for text, _ in come)])
    missing = [_missing(text, section, everything) for text, section in gone]
    parts = [_without_moved(part, touched[:n] + touched[n + 1 :]) for n, part in enumerate(parts)]
    parts += [verify(None, text) for text, _ in come]
    taken_up = " ".join(text for (text, _), facts in zip(gone, missing, strict=True) if not facts).lower()
    return _joined(parts, [fact for facts in missing for fact in facts], taken_up)


def _texts(document: Document) -> Texts:
    texts: Texts = []
    locked = False
    for block in document.blocks:
        text = " ".join(block.text.split())
        if block.kind is BlockKind.HEADING or (block.bold and len(text.split()) <= 8):
            locked = bool(_LOCKED_HEADING.search(text))
        texts.append((text, "legal" if locked else None))
    return texts


def _unpaired(old: Texts, new: Texts) -> tuple[Texts, Texts]:
    rest = Counter(text for text, _ in new)
    gone: Texts = []
    for text, section in old:
        if rest[text]:
            rest[text] -= 1
        else:
            gone.append((text, section))
    come: Texts = []
    for text, section in reversed(new):
        if rest[text]:
            rest[text] -= 1
            come.append((text, section))
    return gone, come[::-1]


def _paired(gone: Texts, come: Texts) -> list[tuple[tuple[str, str | None], tuple[str, str | None]]]:
    """Pair the blocks that are most alike first; each has one partner at most."""
    bags = {text: Counter(re.findall(r"\w+", text.lower())) for text, _ in (*gone, *come)}
    alike = [
        (_likeness(bags[gone[i][0]], bags[come[j][0]]), -abs(i - j), i, j)
        for i in range(len(gone))
        for j in range(len(come))
    ]
    pairs, used_i, used_j = [], set(), set()
    for likeness, _, i, j in sorted(alike, reverse=True):
        if likeness >= ALIKE and i not in used_i and j not in used_j:
            used_i.add(i)
            used_j.add(j)
            pairs.append((gone[i], come[j]))
    return pairs


def _likeness(a: Counter[str], b: Counter[str]) -> float:
    return (a & b).total() / max(1, a.total())


def _missing(text: str, section: str | None, everything: str) -> list[Fact]:
    """Return what is lost with a block that has no partner: nothing, where other blocks took up all it says."""
    locked = is_locked(text, None, section)
    if not locked and everything and text:
        verdict = verify(text, everything)
        if not verdict.lost and not any(f.check in {"locked", "negation"} for f in verdict.changed):
            return []
    return [Fact(check="locked" if locked else "blocks", text=text, start=0, end=len(text))]


def _without_moved(part: Verdict, others: list[tuple[str, str]]) -> Verdict:
    """Return a verdict in which what another block took up, or gave up, counts as kept."""
    moved = [fact for fact in part.lost if any(_came(fact.text, a, b) for a, b in others)]
    return msgspec.structs.replace(
        part,
        lost=tuple(f for f in part.lost if f not in moved),
        kept=(*part.kept, *moved),
        invented=tuple(f for f in part.invented if not any(_came(f.text, b, a) for a, b in others)),
    )


def _came(words: str, before: str, after: str) -> bool:
    """Tell whether a block says now, and did not say before, all that was lost elsewhere."""
    old, new = (re.findall(r"[\w$€£%]+", text.lower()) for text in (before, after))
    return all(
        any(akin(word, other) for other in new) and not any(akin(word, other) for other in old)
        for word in words.lower().split()
    )


def _joined(parts: list[Verdict], missing: list[Fact], taken_up: str) -> Verdict:
    """Join the verdicts; what a block seems to have invented is kept where it comes from a block that it took up."""
    lost = [fact for part in parts for fact in part.lost]
    invented = [fact for part in parts for fact in part.invented if fact.text.lower() not in taken_up]
    changed = [fact for part in parts for fact in part.changed if _words(fact) not in taken_up]
    wrong = [part for part in parts if part.lost or part.invented or part.changed]
    return Verdict(
        passed=not (lost or missing or invented or changed),
        doubtful=bool(lost or invented or changed) and not missing and all(part.doubtful for part in wrong),
        kept=_all(part.kept for part in parts),
        lost=(*missing, *lost),
        invented=tuple(invented),
        changed=tuple(changed),
        added_purpose=_all(part.added_purpose for part in parts),
        warnings=_all(part.warnings for part in parts),
    )


def _words(fact: Fact) -> str:
    """Return the words of the text of which a fact speaks."""
    quoted = re.search("“(.+?)”", fact.text)
    return (quoted[1] if quoted else fact.text).lower()


def _all(groups: Iterable[tuple[Fact, ...]]) -> tuple[Fact, ...]:
    return tuple(fact for group in groups for fact in group)
