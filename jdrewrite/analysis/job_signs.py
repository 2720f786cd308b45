"""Tells a job description from what holds none: an error page, a menu, a page on benefits or how to apply, errands.

A job description speaks of the one who holds the job: what the holder does (a duty begins with its verb), is to be
able to, or is called. A page of a site has lines that begin with verbs too ("Pay a bill", "Sign in to apply"), so
lines that speak to a visitor or an applicant do not count, nor do the few words of a menu's line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, repeat
from math import ceil

from jdrewrite.analysis.errands import are_errands
from jdrewrite.analysis.section_features import names_title
from jdrewrite.language.jobs import names_a_job
from jdrewrite.language.lead import is_duty_verb
from jdrewrite.model import Section

_SHARE, _SHARE_WITH_TITLE = 0.12, 0.04
"""Share of statements that speak of a job from which a text is one, without and with a job's title above it."""
_MANY, _SHARE_OF_MANY = 7, 0.03
"""So many signs tell a job, though much of a site stands around it."""
_SHARE_BESIDE_AN_ERROR = 0.25
"""The same where the page says that it could not be shown; its menus speak of jobs as well."""
_A_PAGE = 6
"""Statements from which a text without any sign is surely something else, whatever its title."""
_FEW_WORDS = 4
"""A line of a menu has fewer."""
_NOT_OF_THE_ROLE = frozenset({"title", "company", "benefits", "logistics", "legal"})
_LIST_OF_A_JOB = re.compile(
    r"^(?:\w+ ){0,2}(?:duties|responsibilities|requirements|qualifications|tasks|skills|criteria|person specification)"
    r"(?: (?:and|&|of) [\w ]+)?\W*$|^(?:what you(?:'ll| will)|who you are|about you|you have|you will)\b"
)
"""What stands above the lists of a job."""
_DUTIES = re.compile(r"(?:(?:key|main|essential|general|job|typical|the) ){0,2}(?:duties|responsibilities|tasks)\W*")
"""A heading below which the very next line says what is done, in a bulletin of rules and dates."""
_UNDER = re.compile(r"^(?:under|with|within) [^,.;]{4,60}, ", re.IGNORECASE)
"""What may stand before an act: "Under general supervision, assists ..."."""
_ASKS_A_VISITOR = frozenset(
    "return search join find enter visit browse explore go get follow see become start discover save meet".split()
)
_WORD = re.compile(r"[A-Za-z][\w'\u2019-]*")
_OF_THE_HOLDER = re.compile(
    r"\byou(?:'ll| will| must| should| are (?:responsible|able|an?\b|the\b)|'re an?\b)|"
    r"\b(?:incumbent|post ?holder|job ?holder|ideal candidate|successful (?:candidate|applicant))\b|"
    r"\b(?:this|in this|your|the) (?:position|role|post|job)\b|"
    r"\b(?:position|role|post|job|intern|fellow) (?:will|is (?:responsible|to|an?)|requires?|involves?|includes?)\b|"
    r"\b(?:position|role|post|intern|fellow) (?:reports?|provides?|supports?|leads?|exists)\b|"
    r"\b(?:looking|searching|recruiting|hiring|seek(?:s|ing)?) (?:for )?(?:an?|another|experienced|someone)\b|"
    r"\b(?:your|key|main|the) (?:duties|responsibilities|tasks)\b|\b(?:responsible|accountable) for\b"
)
_WANTED = re.compile(
    r"\b(?:would|we'd) like (?:you|somebody|someone|a person)\b|\bwe (?:want|need) (?:an?|another|somebody|someone)\b|"
    r"\byou'd\b|\b(?:the|our) new \w+ will\b|^you (?!can|may|want|wish|need|have|are|do)\w+"
)
"""The same in the words of a letter: "we would like somebody with", "you take the facts down"."""
_WAGE = re.compile(r"(?:[$\u00a3\u20ac]|\b(?:eur|usd|gbp|inr|rs\.?) ?)\d[\d,.]*(?:k\b)?")
_SPOKEN = 2
_ASKED = re.compile(
    r"\b(?:\d+|two|three|five|several)\+?(?: or more)? years?\b|\b(?:experienced|expertise|background) (?:in|with)\b|"
    r"\bexperience\b|\b(?:bachelor|master|associate)['\u2019]?s? (?:degree|or)|\bdegree\b|\bdiploma\b|"
    r"\babilit(?:y|ies) to\b|\bable to\b|\b(?:knowledge|understanding|command) of\b|\bproficien\w+|"
    r"\bfamiliar(?:ity)? with\b|\bskills?\b|\blicen[cs]e\b|\bcertifi(?:ed|cation)\b|\bfluent\b"
)
_OF_A_PAGE = re.compile(
    r"\b(?:appl(?:y|ying) (?:now|online|here|for|by|at|to|today|via)|applicants?|application (?:form|process|period)|"
    r"(?:your|job|employment|online|the) applications?|application (?:deadline|materials?)|sign (?:in|up)|log in|"
    r"log-?in (?:page|to|with)|click|upload|password|cookies?|pdf|web ?page|browser|our (?:web)?site|"
    r"career (?:site|page|portal)|contact us|learn more|read more|subscribe|(?:your|a|cover) (?:resume|cv|letter)|"
    r"your (?:account|supervisor)|e-?mail (?:me|us|notifications?|address)|benefits package|"
    r"(?:employee|our|competitive|comprehensive) benefits|job (?:search|seekers?|postings?|openings?|alerts?)|"
    r"an error|error (?:has|occurred)|not found|select language|powered by translate|"
    r"employee of the (?:month|quarter|year))\b|^view\b"
)
"""What is said to a visitor of a site, or to an applicant."""
_ERROR = re.compile(
    r"\bpage (?:you(?:'re| are) looking for )?(?:can(?:'t|not| not) be|could not be|was not|not) found\b|"
    r"\bbrowser(?: version)? (?:is )?not supported\b|\benable javascript\b|\baccess denied\b|\berror 40[34]\b"
)
"""What a site says in place of the page."""
_SEEKS = re.compile(r"\b(?:looking|searching) for an? |\b(?:recruiting|hiring|seeking) an? ", re.IGNORECASE)
_DOES = re.compile(r"(?:the|an?|this|our) ((?:[\w-]+ ){0,3}[\w-]+) (\w+s) ", re.IGNORECASE)
_OF_SOMEBODY = re.compile(r"^(?:she|he|her|his|they|their|it|we|our)\b|\b(?:she|he|her|his)\b")


def holds_a_job(title: str, texts: Sequence[str], sections: Sequence[Section]) -> bool:
    """Tell whether a text describes a job.

    Args:
        title: the document's title.
        texts: its statements.
        sections: of each of them.
    """
    if are_errands(title, texts):
        return False
    many = ceil(max(_MANY, _SHARE_OF_MANY * len(texts)))
    fails = _fails(texts)
    found = filter(None, map(_speaks_of_a_job, texts, sections, repeat(title)))
    signs = sum(islice(found, None if fails else many))
    if fails and signs < _SHARE_BESIDE_AN_ERROR * len(texts):
        return False
    if signs >= many:
        return True
    # A list may hold single words ("Python"); what stands above it says whose they are.
    signs += any(_LIST_OF_A_JOB.search(text.lower().replace("\u2019", "'")) for text in texts)
    if _is_offered(texts) or _seeks_one(texts) or _opens_with_acts(title, texts, sections):
        return True
    if not signs:
        short = len(texts) < _A_PAGE and not any(_OF_A_PAGE.search(text.lower()) for text in texts)
        return short and (names_a_job(title) or any(map(_tells_of_an_occupation, texts)))
    titled = names_a_job(title) and any(title in text for text in texts)
    return signs >= (_SHARE_WITH_TITLE if titled else _SHARE) * len(texts)


def _fails(texts: Sequence[str]) -> bool:
    return any(_ERROR.search(text.lower().replace("\u2019", "'")) for text in texts)


def _is_offered(texts: Sequence[str]) -> bool:
    """Tell whether a job is offered in plain paragraphs: a wage is named, and the text speaks of who is to do the work.

    Paragraphs mix duties with what is said of the firm, so that no line may stand under the role.
    """
    lows = [text.lower().replace("\u2019", "'") for text in texts]
    spoken = sum(bool(_OF_THE_HOLDER.search(low) or _WANTED.search(low)) for low in lows if not _OF_A_PAGE.search(low))
    return spoken >= _SPOKEN and any(_WAGE.search(low) for low in lows)


def _seeks_one(texts: Sequence[str]) -> bool:
    """Tell whether somebody is looked for, and another sentence says what who has the job does, however it goes on.

    "We are looking for a night porter. The night porter works from 22:45 to 7:15, checks in late arrivals ..."
    """
    return any(_SEEKS.search(text) for text in texts) and any(map(_tells_of_an_occupation, texts))


def _opens_with_acts(title: str, texts: Sequence[str], sections: Sequence[Section]) -> bool:
    """Tell whether a heading of duties has directly below it what the holder does: "A surgeon trims the trees"."""
    rows = zip(texts, texts[1:], sections[1:], strict=False)
    return any(
        section in {"duties", "purpose"}
        and _DUTIES.fullmatch(above.lower())
        and len(text.split()) > _FEW_WORDS
        and _speaks_of_a_job(_UNDER.sub("", text), section, title)
        for above, text, section in rows
    )


def _speaks_of_a_job(text: str, section: Section, title: str) -> bool:
    low = text.lower().replace("\u2019", "'")
    words = _WORD.findall(text)
    if section in _NOT_OF_THE_ROLE or not words or _OF_A_PAGE.search(low) or _OF_SOMEBODY.search(low):
        return False
    # "Present: Anna, Ben" is a label.
    acts = _acts(*(word.lower() for word in words[:2])) and not text[text.index(words[0]) :].startswith(f"{words[0]}:")
    if len(words) < _FEW_WORDS:
        # "Answer calls." is a duty; "Pay bills" may be a link.
        return acts and text.rstrip().endswith((".", ";"))
    return acts or bool(_OF_THE_HOLDER.search(low) or _ASKED.search(low)) or names_title(text, title)


def _tells_of_an_occupation(text: str) -> bool:
    """Tell whether a sentence says what those of an occupation do: "The lock keeper opens the gates"."""
    who = _DOES.match(text)
    return bool(who and names_a_job(who.group(1)) and is_duty_verb(who.group(2).lower()))


def _acts(first: str, second: str = "") -> bool:
    """Tell whether a line begins with what the holder does; "Records keeps the files" begins with a department."""
    of_a_department = first.endswith("s") and second.endswith("s") and is_duty_verb(second)
    return is_duty_verb(first) and first not in _ASKS_A_VISITOR and not of_a_department
