"""Leaves in an entry of the catalogue the lines that are right for one job: for its grade, and of what it has to do.

An example of ``check`` is to be one that the writer could propose; a crossing guard writes no citations.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from jdrewrite.analysis.titled import occupation_of
from jdrewrite.catalogue import Function, borne_out, grade_of, is_right_for, occupation_lines


def fitting(entry: Function, whose: Sequence[Function], title: str, told: Sequence[str]) -> Function:
    """Return an entry with those lines alone that are right for a job.

    Args:
        entry: of the function.
        whose: entries from which the lines are, the nearest first; those of the first that has some are taken. Lines of
            the occupation that the title names go before all.
        title: of the job.
        told: what the role is said to be there for and to do.
    """
    replace = msgspec.structs.replace

    titled = occupation_of(title)
    of_title = titled and occupation_lines().get(titled.occupation.titles)
    grade, job = grade_of(title), (title, *told)

    def right(lens: str) -> tuple[str, ...]:
        if found := [line for line in of_title.lines(lens) if is_right_for(line, lens, grade)] if of_title else []:
            return tuple(found)
        for each in whose:
            lines = [line for line in each.lines(lens) if borne_out(line, job)]
            if found := [line for line in lines if is_right_for(line, lens, grade)] or lines:
                return tuple(found)
        return entry.lines(lens)

    return replace(
        entry,
        voice=replace(entry.voice, lines=right("voice")),
        authority=replace(entry.authority, lines=right("authority")),
        measures=replace(entry.measures, lines=right("measure")),
        across=replace(entry.across, lines=right("across")),
        people=right("people"),
    )
