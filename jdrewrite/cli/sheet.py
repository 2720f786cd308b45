"""The sheet for a meeting: one HTML page with score, changes and reasons, before beside after, made to be printed."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from jdrewrite.cli import text_verdict
from jdrewrite.cli.plain import clean, one_line
from jdrewrite.cli.text_check import unit
from jdrewrite.documents.report import GENERATOR
from jdrewrite.language.counted import counted
from jdrewrite.language.worddiff import Op, word_diff
from jdrewrite.model import Document, Proposal
from jdrewrite.rounding import figure

if TYPE_CHECKING:
    from jdrewrite.revision import Revision

_STYLE = """
@page { size: A4; margin: 16mm 14mm; }
* { box-sizing: border-box; }
body { font: 10.5pt/1.45 Georgia, 'Times New Roman', serif; color: #1b1b1b; max-width: 62em; margin: 2em auto;
  padding: 0 1.5em; }
h1 { font-size: 17pt; line-height: 1.2; margin: 0; }
h2 { font-size: 12pt; margin: 1.6em 0 .4em; }
.path, .place, footer, th { font-family: 'Segoe UI', Helvetica, Arial, sans-serif; color: #555; font-size: 8.5pt; }
article + article { break-before: page; margin-top: 3em; }
.score { font-size: 14pt; margin: .7em 0; }
.score strong { font-size: 20pt; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-weight: 600; border-bottom: 1.5pt solid #1b1b1b; padding: .3em .6em; }
td { vertical-align: top; border-bottom: .5pt solid #bbb; padding: .5em .6em; overflow-wrap: anywhere; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.lenses { width: auto; } .lenses td { padding: .1em 1em .1em .6em; border: 0; } .figure { text-align: right; }
.changes td { width: 40%; } .changes td.say { width: 20%; }
del { background: #f7dcd9; text-decoration: line-through; } ins { background: #dcefdc; text-decoration: underline; }
.why { color: #333; font-style: italic; margin: .4em 0 0; }
.note { margin: .4em 0 0; font-size: 9.5pt; }
.box { display: block; white-space: nowrap; }
.refused { color: #8d1f14; }
@media print { body { margin: 0; padding: 0; max-width: none; } del, ins { print-color-adjust: exact;
  -webkit-print-color-adjust: exact; } }
"""
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="generator" content="{generator}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
{body}
</body>
</html>
"""


def sheet(revised: Sequence[tuple[Document, Revision]]) -> bytes:
    """Return the page; each job description begins on a sheet of its own.

    Args:
        revised: job descriptions, each with what was proposed and accepted.
    """
    titles = ", ".join(dict.fromkeys(one_line(revision.before.title) for _, revision in revised))
    body = "\n".join(_article(document, revision) for document, revision in revised)
    title = _safe(f"Before and after: {titles}"[:200])
    return _PAGE.format(generator=GENERATOR, title=title, style=_STYLE, body=body).encode()


def _article(document: Document, revision: Revision) -> str:
    before, after = revision.before.score.total, revision.after.score.total
    taken = [p for p in revision.proposals if p.id in revision.accepted]
    left = [p for p in revision.proposals if p.id not in revision.accepted]
    parts = [
        f"<h1>{_safe(revision.before.title)}</h1>",
        f'<div class="path">{_safe(document.path)}</div>',
        _scores(before, after, revision),
        _lenses(revision),
        f"<h2>{counted(len(taken), 'change')} made</h2>",
        _table(document, revision, taken) if taken else "<p>Nothing was changed.</p>",
    ]
    if left:
        parts += ["<h2>Proposed, not made</h2>", _table(document, revision, left)]
    parts.append(_footer(revision.proposals))
    return f"<article>\n{chr(10).join(parts)}\n</article>"


def _footer(proposals: Sequence[Proposal]) -> str:
    """Return how the sheet is read; a new line has no original with which anybody could have compared it."""
    said = ["Struck out: words that go. Underlined: words that come."]
    if any(p.original is not None for p in proposals):
        said.append(
            "Each changed line was compared with its original: facts, figures, requirements and duties stand as they "
            "were, unless its note says otherwise. What an underlined end claims for customers is for those who know "
            "the work to confirm."
        )
    if any(p.original is None for p in proposals):
        said.append("A new line has no original: what it asks or allows is new, and the manager's to agree.")
    return f"<footer><p>{' '.join(said)}</p></footer>"


def _scores(before: float, after: float, revision: Revision) -> str:
    levels = f"{_safe(revision.before.score.level)} &rarr; {_safe(revision.after.score.level)}"
    figures = f"Score {before:g} &rarr; <strong>{after:g}</strong> of 100"
    return f'<p class="score">{figures}<br><small>{levels}</small></p>'


def _lenses(revision: Revision) -> str:
    rows = []
    for part in revision.before.score.lenses:
        now = revision.after.score.lens(part.lens).points
        arrow = f"{figure(part.points)} &rarr; <b>{figure(now)}</b>" if abs(now - part.points) >= 0.05 else figure(now)
        rows.append(f'<tr><td>{part.lens}</td><td class="figure">{arrow}</td><td>of {part.out_of:g}</td></tr>')
    return f'<table class="lenses">{"".join(rows)}</table>'


def _table(document: Document, revision: Revision, proposals: Sequence[Proposal]) -> str:
    ordered = sorted(proposals, key=lambda p: _line(document, revision, p))
    rows = "\n".join(_row(document, revision, proposal) for proposal in ordered)
    return (
        '<table class="changes"><thead><tr><th>Before</th><th>After, and why</th><th>Agreed</th></tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody></table>"
    )


def _line(document: Document, revision: Revision, proposal: Proposal) -> int:
    if proposal.statement is not None:
        return revision.before.statement(proposal.statement).line
    return document.last_line(proposal.anchor.block)


def _row(document: Document, revision: Revision, proposal: Proposal) -> str:
    after = "after " if proposal.original is None else ""
    place = f"{after}{unit(document)} {_line(document, revision, proposal)}, {proposal.kind}"
    pieces = word_diff(clean(proposal.original or ""), clean(proposal.proposed))
    old = "(new line)" if proposal.original is None else _drawn(pieces, "gone", "del")
    notes = [f'<p class="why">{_safe(proposal.rationale)}</p>']
    if proposal.kind == "add" and "manager" not in proposal.rationale:
        notes.append('<p class="note">New content: agree it with the manager first.</p>')
    verdict = proposal.verdict
    if verdict is not None and not verdict.passed:
        kind, said = ("", "Look at") if verdict.doubtful else (" refused", "Refused")
        notes.append(f'<p class="note{kind}">{said}: {_safe(text_verdict.why(verdict))}.</p>')
    boxes = "".join(f'<span class="box">&#9744; {word}</span>' for word in ("yes", "no", "in other words"))
    return (
        f'<tr><td>{old}<div class="place">{_safe(place)}</div></td>'
        f'<td>{_drawn(pieces, "new", "ins")}{"".join(notes)}</td><td class="say">{boxes}</td></tr>'
    )


def _drawn(pieces: Sequence[tuple[Op, str]], own: Op, tag: str) -> str:
    """Return one side of a word diff: the words that both have, and its own ones marked."""
    return "".join(
        _safe(text) if op == "same" else f"<{tag}>{_safe(text)}</{tag}>" for op, text in pieces if op in {"same", own}
    )


def _safe(text: str) -> str:
    return escape(clean(text))
