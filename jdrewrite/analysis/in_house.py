"""Tells of a time to answer or a level of service whether it is kept towards suppliers, staff or superiors.

No customer notices how soon a supplier is answered, so such a level is an inside figure (lens "measure").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jdrewrite.analysis.light import LightDoc

_INSIDERS = frozenset(
    "supplier suppliers vendor vendors contractor contractors subcontractor subcontractors auditor auditors employee "
    "employees staff colleague colleagues coworker coworkers co-worker co-workers department departments supervisor "
    "supervisors manager managers controller management director directors internal in-house".split()
)
_ASKED = frozenset(
    "query queries question questions request requests inquiry inquiries enquiry enquiries call calls email emails "
    "e-mail e-mails ticket tickets claim claims issue issues invoice invoices statement statements concern concerns "
    "complaint complaints sla slas response service".split()
)
"""What insiders ask, send or wait for."""
_ANSWERED = frozenset(
    "answer answers answering pay pays paying reimburse reimburses reimbursing onboard onboards onboarding".split()
)
_LEADS_TO = frozenset("respond responds responding response reply replies replying time times".split()) | _ASKED
_TOWARDS = frozenset("to from by for".split())
_SLACK = frozenset("the a an all any each every our your their new internal external".split())
_OTHERS = frozenset("to and or , customer customers client clients user users who that with on for".split())
"""Words behind which it is no longer the insiders' own."""
_LIMITS = frozenset("within under in by".split())


def in_house(doc: LightDoc, marked: Mapping[int, str]) -> bool:
    """Tell whether a measure of answering or serving is one towards insiders alone.

    Args:
        doc: a statement in which a time or a level of service stands; its tags are not asked for.
        marked: the tokens that name someone served.
    """
    words = doc.lowers
    if "external" in marked.values() or "external" in words:
        return False
    return any(word in _INSIDERS and _waits(words, at) for at, word in enumerate(words))


def _waits(words: Sequence[str], at: int) -> bool:
    """Tell whether an insider is the one who is answered, paid, told or served."""
    asked = next((word for word in words[at + 1 : at + 4] if word in _ASKED or word in _OTHERS), "")
    if at and asked in _ASKED:
        return True
    first = at - 1
    while first > 0 and words[first] in _SLACK:
        first -= 1
    before, earlier = words[first], words[max(0, first - 2) : first]
    if at and (before in _ANSWERED or (before in _TOWARDS and not _LEADS_TO.isdisjoint(earlier))):
        return True
    told = before == "to" and at + 1 < len(words) and words[at + 1] in _LIMITS
    return at > 0 and told
