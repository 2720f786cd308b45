"""Finds the departments that a text names, not the things that go by the same words: a data warehouse, its operations.

A name is a department's where a word for people stands behind it ("the production team"), or where it is one of those
with whom something is done: behind "with", "between", "across" and their like, alone or in a list, and not in front of
another noun ("with sales collateral") or of what it is an act on ("the maintenance of our systems").
"""

from __future__ import annotations

import re
from functools import cache

_PEOPLE: dict[str, str] = {
    "product-management": r"product (?:managers?|owners?)",
    "engineering": r"engineers|developers",
    "design-creative": r"designers",
    "accounting": r"accountants|auditors",
    "human-resources": r"recruiters",
    "quality-assurance": r"testers",
    "data-analytics": r"data (?:scientists|analysts)",
    "project-management": r"project managers?|pmo",
    "healthcare": r"nurses|physicians|clinicians|doctors|medical staff",
    "general-management": r"senior management|executive team|leadership team",
    "customer-service": r"(?:service|help) ?desk|call cent(?:er|re)s?",
}  # fmt: skip
"""Words that name people, or a place where only they are: wherever they stand, somebody is meant."""
_NAMES: dict[str, str] = {
    "sales": r"sales",
    "marketing": r"marketing",
    "customer-service": r"(?:customer|client|technical) (?:service|support|care)",
    "customer-experience": r"customer (?:success|experience)",
    "product-management": r"product(?: management)?",
    "engineering": r"(?:software |product )?engineering|development",
    "design-creative": r"(?:product |service )?design|ux",
    "finance": r"finance|treasury|fp&a",
    "accounting": r"accounting",
    "accounts-receivable-payable": r"accounts (?:receivable|payable)|billing|collections",
    "legal-compliance": r"legal|compliance",
    "human-resources": r"hr|human resources|people operations|people ops|people|recruit(?:ing|ment)|talent acquisition",
    "operations": r"operations|production planning",
    "manufacturing": r"manufacturing|production|plant|assembly",
    "quality-assurance": r"quality(?: assurance| control)?|qa",
    "supply-chain-logistics": r"logistics|warehouse|shipping|supply chain|fulfil?lment",
    "purchasing": r"purchasing|procurement",
    "information-technology": r"(?-i:IT|SRE)|information technology|infrastructure|security",
    "data-analytics": r"data(?: science| engineering)?|analytics",
    "research-development": r"r&d|research and development",
    "media-communications": r"communications|public relations|press office",
    "project-management": r"program(?:me)? management|project management",
    "facilities-maintenance": r"facilities|maintenance",
    "training-education": r"training|learning and development",
    "healthcare": r"nursing",
}  # fmt: skip
"""Words that name a department, and what it works on as well."""
_ALONE = frozenset({"people", "product", "data", "development", "training", "security", "infrastructure", "ux"})
"""Words that are too common to name a department without a word for people, but in capitals in a list."""
_GROUP = (
    r"(?:(?:leadership|management) )?(?:teams?|departments?|functions?|colleagues|groups?|divisions?|staff|unit|office|"
    r"stakeholders|partners|leadership|leaders|leads?|managers?|directors?|specialists|representatives|"
    r"officers?|people|personnel|counterparts|crew|supervisors?)\b"
)
_MEMBER = r"[\w&'\u2019-]+(?: [\w&'\u2019-]+){0,3}"
_PART = r"\s*(?:,|/|&|;|\band\b|\bor\b|\bas well as\b)\s*(?:and |or )?"
_ARTICLE = r"(?:(?:the|our|your|all|other|both|internal|e\.g\.|our own) )*"
_ALONGSIDE = re.compile(
    rf"\b(?:with|between|among|across|from|including|includes?|such as|like|alongside|inform|brief|tell|to)[\s:(]+"
    rf"{_ARTICLE}(?:{_MEMBER}{_PART}{_ARTICLE}){{0,9}}$",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\s*(?:$|[,.;:)/&]|\b(?:and|or|to|on|for|in|as|at|when|so|who|that|is|are|while|during|about|before|after|what)\b)",
    re.IGNORECASE,
)
_NAMING = re.compile(r"(?:from|across|including|includes?|such as|like)\b", re.IGNORECASE)
"""Words that begin a list of anything ("including maintenance"): of departments, where the line speaks of such."""
_GROUPS = re.compile(
    r"\b(?:teams?|departments?|functions?|functional|functionally|stakeholders|colleagues|divisions?)\b"
)
_STAGE = re.compile(
    r"\b(?:artists?|broadcast|cast|choreograph\w*|code|concerts?|deploy\w*|films?|filming|musicals?|producers?|saas|"
    r"shows?|stage|theat(?:er|re)s?|videos?)\b",
    re.IGNORECASE,
)
"""Words beside which a production is one of the stage, a film or a program that runs."""
_TEAMS_BEHIND = re.compile(rf"(?:{_PART}[\w&'-]+(?: [\w&'-]+)?){{1,4}} {_GROUP}", re.IGNORECASE)
"""What ends a list of departments: "product and engineering teams"."""
_BACK = 160
"""Characters before a name among which its list begins."""


@cache
def _pattern() -> re.Pattern[str]:
    """Return one expression for all names, which reads a line once; the group that took part tells the function."""
    people = "|".join(f"(?P<p_{slug.replace('-', '_')}>{names})" for slug, names in _PEOPLE.items())
    # The longer names first: "production planning" is no production.
    groups = "|".join(f"(?P<n_{slug.replace('-', '_')}>{names})" for slug, names in _ordered())
    return re.compile(rf"(?<![\w-])(?:{people}|{groups})(?![\w-])", re.IGNORECASE)


def _ordered() -> list[tuple[str, str]]:
    return sorted(_NAMES.items(), key=lambda item: item[0] not in {"operations", "quality-assurance"})


def named(text: str, *, keeps: bool = False) -> set[str]:
    """Return the functions of the departments that a text names.

    Args:
        text: a line of a job description.
        keeps: its collections are of things that are kept, and no department that collects debts.
    """
    found = set()
    for name in _pattern().finditer(text):
        kind, _, slug = (name.lastgroup or "").partition("_")
        if keeps and name.group().lower() == "collections":
            continue
        if kind == "p" or _stands_for_people(text, name):
            found.add(slug.replace("_", "-"))
    return found


def _stands_for_people(text: str, name: re.Match[str]) -> bool:
    after = text[name.end() :]
    if name.group().lower() == "production" and _STAGE.search(text):
        return False
    if re.match(rf"[ ]{_GROUP}", after, re.IGNORECASE):
        return True
    before = text[max(0, name.start() - _BACK) : name.start()]
    listed = _ALONGSIDE.search(before)
    if not listed or not _ENDS.match(after):
        return False
    lower = name.group().islower()
    if listed.group().lower().startswith("to"):  # "to design"; "to Design" is to somebody
        return not lower
    if _NAMING.match(listed.group()) and lower and not _GROUPS.search(text.lower()):
        return False
    return not (lower and name.group() in _ALONE) or bool(_TEAMS_BEHIND.match(after))
