"""How ``rewrite`` reads on a screen: every proposal with its word diff, and what was accepted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from jdrewrite.cli import text_verdict
from jdrewrite.cli.output import Page
from jdrewrite.cli.plain import clean, one_line
from jdrewrite.cli.text_check import functions, head, served, unit, warn_of_several
from jdrewrite.cli.worddiff import drawn
from jdrewrite.language.worddiff import word_diff
from jdrewrite.model import KINDS, Document, Proposal

if TYPE_CHECKING:
    from jdrewrite.revision import Revision


def show(page: Page, document: Document, revision: Revision) -> None:
    """Print all proposals for one job description and the score before and after.

    Args:
        page: where to.
        document: as it was read.
        revision: what was proposed and accepted.
    """
    head(page, document.path, revision.before.title)
    warn_of_several(page, revision.before, "rewritten")
    page.line("Function   ", functions(revision.before))
    page.line("Serves     ", served(revision.before, way_out="; --serves names others"))
    page.line("Score      ", *_scores(revision, page.signs.arrow))
    if left_out := revision.before.configured.left_out:
        page.line("Left out   ", f"{one_line(left_out)}.")
    engines = {p.engine for p in revision.proposals} != {"offline"}
    for proposal in revision.proposals:
        page.line()
        place = _place(document, revision, proposal) + (f", {proposal.engine}" if engines else "")
        _proposal(page, proposal, place, _fate(proposal, revision))
    for refusal in revision.refusals:
        page.line()
        excerpt = f": {one_line(refusal.excerpt)}" if refusal.excerpt else ""
        page.line((f"Not taken from the model, since {refusal.reason}{excerpt}", "dim"))
    page.line()
    page.line(outcome(revision))
    for told in () if engines else (*_of_others(document, revision), *_only_advised(document, revision)):
        page.line((told, "dim"))
    if revision.proposals and not engines and all(p.kind == "add" for p in revision.proposals):
        page.line((f"No duty is changed: {_why(revision)}.", "dim"))


def _of_others(document: Document, revision: Revision) -> list[str]:
    """Return for which lines nothing is proposed since they name others than those whom a person says."""
    from jdrewrite.rewriting.offline.not_of_them import lines_of_others

    given, kind = one_line(revision.before.customer_word.plural), unit(document)
    told = []
    for people, found in lines_of_others(revision.before, revision.proposals).items():
        lines, several = _lines(kind, found)
        whom = "of them alone" if people in given else f"of them, not of {given}"
        told.append(
            f"{lines[:1].upper()}{lines[1:]} name{'' if several else 's'} {people}: what is known to come of "
            f"{'these' if several else 'it'} is said {whom}, and is not proposed unasked."
        )
    return told


def _only_advised(document: Document, revision: Revision) -> list[str]:
    """Return for which lines ``check`` has an example, and nothing is proposed."""
    touched = {p.statement for p in revision.proposals}
    advised = [f for f in revision.before.findings if f.statement and "For instance: " in f.suggestion]
    found = [f.line for f in advised if f.statement not in touched and f.line is not None]
    if not found:
        return []
    lines, several = _lines(unit(document), sorted(found))
    return [f"For {lines} 'check' has an example{' each' if several else ''}: an idea to look at, and not proposed."]


def _lines(kind: str, numbers: Iterable[int]) -> tuple[str, bool]:
    """Return lines in words, and whether they are several."""
    *first, last = dict.fromkeys(map(str, numbers))
    return f"{kind}s {', '.join(first)} and {last}" if first else f"{kind} {last}", bool(first)


def _why(revision: Revision) -> str:
    """Return why no duty is changed, and what a person can do where something can be done."""
    from jdrewrite.rewriting.offline.silence import told_silent

    return told_silent(revision.before)


def outcome(revision: Revision) -> str:
    """Return in one line how many proposals there were and which were accepted."""
    count = len(revision.proposals)
    if not count:
        return f"Nothing to propose: {_why(revision)}."
    kinds = Counter(p.kind for p in revision.proposals if p.id in revision.accepted)
    accepted = ", ".join(f"{kinds[kind]} {kind}" for kind in KINDS if kinds[kind])
    now = len(revision.rejected)
    others = [p for p in revision.proposals if p.id not in revision.rejected]
    failing = [p.verdict for p in others if p.verdict is not None and not p.verdict.passed]
    doubtful = sum(verdict.doubtful for verdict in failing)
    refused = len(failing) - doubtful
    before = sum(p.id in revision.decided and p.id not in revision.accepted for p in others)
    left = count - now - len(revision.accepted) - len(failing) - before
    rows = [f"{len(revision.accepted)} of {count} proposals accepted" + (f" ({accepted})" if accepted else "")]
    if now:
        rows.append(f"{now} rejected")
    if refused:
        rows.append(f"{refused} refused by the verifier")
    if doubtful:
        rows.append(f"{doubtful} in doubt, to be looked at")
    if before:
        rows.append(f"{before} decided before")
    if left > 0:
        named = next(p.id for p in revision.proposals if _waits(p, revision))
        rows.append(f"{left} left for you to decide (--accept {named}, or one by one in 'jdrewrite --plain FILE')")
    return "; ".join(rows) + "."


def _waits(proposal: Proposal, revision: Revision) -> bool:
    """Tell whether nobody decided of a proposal that may stand."""
    failed = proposal.verdict is not None and not proposal.verdict.passed
    decided = {*revision.accepted, *revision.rejected, *revision.decided}
    return not failed and proposal.id not in decided


def _scores(revision: Revision, arrow: str) -> tuple[str | tuple[str, str], ...]:
    before, after = revision.before.score.total, revision.after.score.total
    return f"{before:g} {arrow} ", (f"{after:g}", "bold"), " of 100"


def _place(document: Document, revision: Revision, proposal: Proposal) -> str:
    if proposal.statement is not None:
        return f"{unit(document)} {revision.before.statement(proposal.statement).line}"
    return f"after {unit(document)} {document.last_line(proposal.anchor.block)}"


def _fate(proposal: Proposal, revision: Revision) -> str:
    """Return what became of a proposal, and who decided it where somebody did."""
    if proposal.id in revision.rejected:
        return "rejected"
    state = "accepted" if proposal.id in revision.accepted else "not accepted"
    decision = revision.decided.get(proposal.id)
    if decision is None:
        return state
    because = f": {one_line(decision.reason)}" if decision.reason else ""
    return f"{state}; {decision.outcome} before, {decision.at[:10]} by {one_line(decision.who)}{because}"


def _proposal(page: Page, proposal: Proposal, place: str, state: str) -> None:
    verdict, colour = text_verdict.word(proposal.verdict)
    page.line((f"{proposal.id}  {proposal.kind}, {place}", "bold"), "  ", (verdict, colour), f", {state}")
    pieces = word_diff(clean(proposal.original or ""), clean(proposal.proposed))
    page.line(*drawn(pieces, colour=page.colour), indent=4)
    lenses = f"  ({', '.join(proposal.lenses)})" if proposal.lenses else ""
    page.line((f"{one_line(proposal.rationale)}{lenses}", "dim"), indent=4)
    if proposal.verdict is not None and not proposal.verdict.passed:
        named, hue = ("Look at", "yellow") if proposal.verdict.doubtful else ("Refused", "red")
        page.line((f"{named}: {text_verdict.why(proposal.verdict)}.", hue), indent=4)
    if proposal.kind == "add" and "manager" not in proposal.rationale:
        page.line(("New content: agree it with the manager first.", "yellow"), indent=4)
