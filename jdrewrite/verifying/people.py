"""Which nouns name people, alone or as a body: those who can do something, and to whom it can be done."""

from __future__ import annotations

import re

_AGENT = re.compile(r"(?:[^aeiou]er|[st]or|ist|ant|yst|ian|men|man|ee|eer|ier|cian)s?$")
_NAMED = frozenset(
    "architect clerk nurse cook chief head guide guard official colleague peer fellow aide expert lead client patient "
    "student teen adult child parent resident citizen guest pupil tenant founder veteran counterpart physician "
    "team staff leadership board group committee people management executive crew panel council agency department "
    "community company organization organisation business firm family squad body jurisdiction sponsor counsel "
    "apprentice intern neighbour neighbor pilot judge attorney relative spouse friend hire "
    "applicant candidate customer user stakeholder vendor public agent president professional".split()
)
_THINGS = frozenset(
    "matter order paper number center centre water power computer server router printer filter folder letter offer cover "
    "chapter register corner border layer charter carrier master factor sector vector motor monitor error "
    "requirement barrier tier pier notifier identifier modifier supper paper upper document plant grant system product restaurant list tracker tender quarter semester "
    "container cluster compiler browser parameter transformer newsletter "
    "ledger voucher checklist fee coffee reminder transfer waiver tower indicator regimen specimen degree guarantee disorder cancer weather "
    "generator boiler elevator freezer fryer dishwasher scanner copier trailer tractor sensor ventilator calculator binder planner coolant "
    "dryer mixer blender conveyor excavator loader lifter cooler heater washer sprinkler sorter sander grinder cutter counter reactor "
    "compressor detector connector adaptor adapter controller timer meter thermometer counselling".split()
)
"""Nouns that end like those of people."""


def names_people(lemma: str) -> bool:
    """Tell whether a noun, in its base form, names people."""
    word = lemma.lower()
    return word not in _THINGS and (word in _NAMED or bool(_AGENT.search(word)))
