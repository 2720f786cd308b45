"""Lines of whose work an effect is known and none is proposed, since they name others than a person says are served."""

from __future__ import annotations

from collections.abc import Iterable

from jdrewrite.model import Assessment, Proposal
from jdrewrite.rewriting.offline.anatomy import anatomy
from jdrewrite.rewriting.offline.clauses import wordings
from jdrewrite.rewriting.offline.heard import Heard
from jdrewrite.rewriting.offline.writer import Writer


def lines_of_others(assessment: Assessment, proposals: Iterable[Proposal]) -> dict[str, tuple[int, ...]]:
    """Return, by the word for the others whom they name, the lines to which nothing is added.

    What is known to come of such a line is said of those whom it names; unasked, what is said of those whom a person
    names goes before it.

    Args:
        assessment: for those whom a person says the job serves; where the text says it there is no such line.
        proposals: for it; a line for which there is one is left out.
    """
    given = assessment.customer_word
    if given.source != "given":
        return {}
    writer = Writer(assessment, Heard())
    touched = {p.statement for p in proposals}
    found: dict[str, list[int]] = {}
    for s in assessment.statements:
        says_nothing = s.labels.frame == "neutral" and not s.labels.sight
        if s.id in touched or not says_nothing or not writer.is_writable(s) or not anatomy(s.text).takes_an_effect:
            continue
        known = (w for each in writer.sources.outputs(s, fresh=True) for w in wordings(each.slug, each.match.output))
        people = {writer.style_for(s, wording).customers for wording in known}
        if people and given.plural not in people:
            found.setdefault(min(people), []).append(s.line)
    return {word: tuple(lines) for word, lines in found.items()}
