"""Takes a paragraph with a list in it apart, so that its lines are read like those of any list."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from jdrewrite.analysis.headings import is_bare_heading
from jdrewrite.language.inline_lists import signs
from jdrewrite.model import Block, BlockKind

Span = tuple[int, int]


def parted(block: Block, spans: Sequence[Span]) -> list[tuple[Block, Sequence[Span]]]:
    """Return the parts of a block with their spans, in order: what stands before a list, its items, what follows.

    Args:
        block: as it stands in the document.
        spans: of its statements, in characters of its text.

    Returns:
        The block itself where no list stands in it. A part has the text of its own statements alone; spans stay those
        of the whole block.
    """
    found = signs(block.text) if block.kind is not BlockKind.HEADING and len(spans) > 1 else ()
    if not found:
        return _headed(block, spans)
    starts = {next((start for start, _ in spans if start >= end), -1) for _, end in found}
    parts: list[tuple[BlockKind, list[Span]]] = []
    for number, span in enumerate(spans):
        text = block.text[slice(*span)]
        # The sentence behind the last item is as often one of the paragraph; "Your tasks:" heads the next list.
        leads = number + 1 < len(spans) and spans[number + 1][0] in starts and span[0] not in starts
        left = bool(parts) and span[0] > max(starts) and parts[-1][0] is BlockKind.BULLET
        if span[0] in starts:
            parts.append((BlockKind.BULLET, [span]))
        elif not parts:
            parts.append((block.kind, [span]))
        elif left or (leads and (text.endswith(":") or parts[-1][0] is not BlockKind.BULLET)):
            parts.append((BlockKind.PARAGRAPH, [span]))
        else:
            parts[-1][1].append(span)
    return [(_part(block, kind, own), own) for kind, own in parts]


def _headed(block: Block, spans: Sequence[Span]) -> list[tuple[Block, Sequence[Span]]]:
    """Return the parts of a paragraph in which headings lost their line breaks: "Job Summary The keeper opens ..."."""
    if block.kind is not BlockKind.PARAGRAPH or len(spans) < 2:
        return [(block, spans)]
    heads = [number for number, span in enumerate(spans) if is_bare_heading(block.text[slice(*span)])]
    if not heads or heads[-1] == len(spans) - 1:
        return [(block, spans)]
    cuts = sorted({0, len(spans), *heads, *(number + 1 for number in heads)})
    return [(_part(block, block.kind, spans[a:b]), spans[a:b]) for a, b in pairwise(cuts)]


def _part(block: Block, kind: BlockKind, spans: Sequence[Span]) -> Block:
    return msgspec.structs.replace(block, kind=kind, text=block.text[spans[0][0] : spans[-1][1]], bold=False)
