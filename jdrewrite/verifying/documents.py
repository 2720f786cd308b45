"""The verdict on a whole rewritten document, whoever wrote it."""

from __future__ import annotations

from difflib import SequenceMatcher

from jdrewrite.model import Document, Fact, Verdict
from jdrewrite.verifying.checks.locked import is_locked
from jdrewrite.verifying.judge import verify

ALIKE = 0.45
"""Share of common characters from which two blocks are taken for the same block, reworded."""


def verify_documents(before: Document, after: Document) -> Verdict:
    """Judge a rewritten document: blocks that stayed are paired off, the rest by likeness; new ones are additions.

    Raises:
        ModelMissing: the language model is not installed.
    """
    old = [" ".join(block.text.split()) for block in before.blocks]
    new = [" ".join(block.text.split()) for block in after.blocks]
    gone, come = _unpaired(old, new)
    parts: list[Verdict] = []
    pairs = sorted(((_likeness(a, b), a, b) for a in gone for b in come), reverse=True)
    for likeness, a, b in pairs:
        if likeness >= ALIKE and a in gone and b in come:
            gone.remove(a)
            come.remove(b)
            parts.append(verify(a, b))
    missing = [text for text in gone if not any(text in other for other in new)]
    lost = [
        Fact(check="locked" if is_locked(text, None, None) else "blocks", text=text, start=0, end=len(text))
        for text in missing
    ]
    parts += [verify(None, text) for text in come]
    return Verdict(
        passed=not lost and all(part.passed for part in parts),
        kept=tuple(f for part in parts for f in part.kept),
        lost=(*lost, *(f for part in parts for f in part.lost)),
        invented=tuple(f for part in parts for f in part.invented),
        changed=tuple(f for part in parts for f in part.changed),
        added_purpose=tuple(f for part in parts for f in part.added_purpose),
        warnings=tuple(f for part in parts for f in part.warnings),
    )


def _unpaired(old: list[str], new: list[str]) -> tuple[list[str], list[str]]:
    rest = list(new)
    gone = []
    for text in old:
        if text in rest:
            rest.remove(text)
        else:
            gone.append(text)
    return gone, rest


def _likeness(a: str, b: str) -> float:
    matcher = SequenceMatcher(None, a.lower().split(), b.lower().split(), autojunk=False)
    size = sum(match.size for match in matcher.get_matching_blocks())
    return size / max(1, len(a.split()))
