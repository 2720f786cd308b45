"""The words by which a job's title is known, and those that stand where a title could and are none."""

from __future__ import annotations

import re

_KINDS = r"(?:job |position |role |working |post )?(?:(?:class(?:ification)? )?title|position|role|designation|post title)|job|title of (?:job|position|post)"
LABEL_BEFORE = re.compile(rf"^({_KINDS})\s*[:|]\s*[-–—]?\s*(.{{3,110}})$", re.IGNORECASE)
"""A title in the line of its label."""
_OTHER = (
    r"(?:[\w/&.]+[ /])?(?:status|grade|code|type|class|level|hours|band|number|no\.?|family|category|revised|posted|date)|"
    r"reports? to|(?:department|dept\.?|division|location|school|salary|supervisor|manager|hours|company|employer)(?:/\w+)?"
)
LABEL_BEHIND = re.compile(rf"(?:\s{{3,}}|\t+|\s+\|\s+|\s+(?=(?:job description )?(?:{_OTHER})\s*:)).*$", re.IGNORECASE)
"""The next field of a form behind a title in the same line: by its label, or by the gap before it."""
LABEL_ALONE = re.compile(rf"({_KINDS})\s*:?", re.IGNORECASE)
"""A label whose title stands in the next cell or line."""
WEAK_LABEL = re.compile(r"position|role|designation|job|(?:job )?position|title", re.IGNORECASE)
"""Labels that may mean a grade or a status; one that says "job title" comes before them."""
VALUE_BEHIND = re.compile(
    r"(?:agency|work unit|department|division|location|job (?:id|code|type|no|number|family|category|location)|requisition(?: number)?|"
    r"(?:line |immediate )?(?:manager|supervisor)|(?:reports|reporting|responsible|accountable|professionally accountable) to|"
    r"(?:working )?hours(?: of work)?|grade|salary|employer|company|employment type|schedule|organi[sz]ation(?:/entity)?)\s*:?",
    re.IGNORECASE,
)
"""Labels of other things; what stands behind them is no title."""
SECTION = re.compile(
    r"^(about|overview|(role|job|position) (summary|overview|description|purpose|details|profile)|summary|purpose|job (description|summary|purpose|overview|specification|profile|posting|advert|opening)|position (description|summary|overview|specification|profile)|person specification|"
    r"(key |main |primary |core |essential |major |minimum |preferred )?(job )?(duties|responsibilit|requirements|qualifications)|description|role description|(?:(?:job|position|class) )?classification (?:description|specification)|class (?:description|specification)|"
    r"the (role|team|position|company|opportunity|job)\b|who (we|you)|what (you|we)|how (you|we|to)|why |basic information|location|company|introduction|job grade|"
    r"department|reports? to|levels?|strateg|current|status|performance|benefits|salary|essential|"
    r"in this (role|position|job)|you('|’)?(ll| will| are|r)?\b|we('|’)?(re)?\b|our\b|as an? |responsib|experience|skills|education|"
    r"job (id|code|no|family|type|category|class)\b|work type|employee class|full/part|add to|apply)\w*",
    re.IGNORECASE,
)
SECTION_WHOLE = re.compile(
    r"(?:(?:job|position|role|class|general|brief|basic) )?(?:definitions?|statement|function|summary|purpose|objectives?|scope|duties|characteristics|background)"
    r"(?: of (?:the )?(?:class|job|position|role|work|duties))?\s*:?|"
    r"(?:general |brief )?(?:nature|scope|statement|description|examples?|summary|illustrative examples?) of (?:the )?(?:work|duties|tasks|class|job|position|role)\s*:?|"
    r"distinguishing (?:features|characteristics)(?: of (?:the )?(?:class|work|position|job))?\s*:?|"
    r"(?:typical|principal|illustrative|representative|general|specific|other|daily|main) (?:duties|tasks|functions|activities|work activities|responsibilities)\s*:?|"
    r"(?:essential|primary|major|key|main|core|job|principal) (?:job )?functions?\s*:?|(?:mission|goals?|objectives?|scope|remit|context|accountabilities|tasks|duties)\s*:?|"
    r"(?:typical |general )?(?:supervision (?:received|exercised|given)|working conditions|work environment|physical (?:demands|requirements))\s*:?",
    re.IGNORECASE,
)
"""Headings of a section that begin as a title could, and are one by all their words: "Definition", "Nature of work"."""
DUTIES = re.compile(
    r"(?:(?:key|main|primary|core|essential|major|job|specific|general|your) )*"
    r"(?:(?:duties|responsibilities|tasks|accountabilities)(?: ?(?:/|&|and) ?)?)+\s*:?",
    re.IGNORECASE,
)
"""Headings over all that the job does."""
TRADE_OR_SECTION = re.compile(
    r"^(?:experienced?|benefits|performance|education|skills|company|department|location|strateg\w*|current|salary) (?=[a-z])",
    re.IGNORECASE,
)
"""Words that begin a section as well as a title: "Benefits Specialist", "Education Officer"."""
FURNITURE = re.compile(
    r"^(?:sign ?in|log ?in|register|menu|home|jobs?|job search|search(?: for)? jobs|search by .*|view (?:profile|all jobs|our website).*|"
    r"create alert.*|apply(?: now| online)?\b.*|share\b.*|email (?:this job|to friend)|new search|login page|ok|clear|facebook pixel|"
    r"support the museum|products and services|careers?(?: and volunteering)?|careers at .*|.* careers|.*employment opportunities|"
    r"museum news|history and buildings|work type.*|job no\b.*|select how often.*|date: .*|requisition no.*|quick links.*|back to .*|"
    r"(?:skip|jump|go|return) to .*|returning (?:user|applicant|candidate)\b.*|new user\b.*|(?:main |site |toggle |open |close )?(?:navigation|menu)|"
    r"search|close|next|previous|loading\b.*|print|help|faqs?|contact(?: us)?|about(?: us)?|news|events|my account|create (?:an )?account|sign ?up|log ?out|"
    r"forgot\b.*|(?:accept|reject|allow|manage|decline)(?: all)?(?: cookies)?|.*\bcookies?\b.*|(?:terms|privacy)\b.*|"
    r"(?:career|job|employment|current|open|available|volunteer)s? (?:opportunit(?:y|ies)|openings?|positions?|postings?|vacancies|sites?|home|portal|cent(?:er|re))|"
    r"vacancies|saved jobs|similar jobs|job alerts?|(?:employee|staff) (?:resources|hub|portal|login)|human resources(?: department)?|"
    r"page not found|(?:error )?(?:403|404|500)\b.*|(?:=+ ?)?job details(?: ?=+)?)$|"
    r"\(?https?://|www\.|\w@\w|applicant login|^home ?[/!>]|^[\w-]+\.(?:com|edu|org|net)$",
    re.IGNORECASE,
)
"""What a browser prints around a posting: buttons, menus, addresses, dates."""
PREFIX = re.compile(
    r"^(?:job description|position description|role profile|role|position|job title|vacancy|job (?:posting|advert|opening|vacancy)|"
    r"(?:(?:current|open) )?(?:employment|career|job) (?:opportunit(?:y|ies)|openings?|vacancies)|careers?|now hiring)"
    r"\s*[:|–-]\s*[-–—]?\s*",
    re.IGNORECASE,
)
OF_THE_JOB = re.compile(
    r"^(?:(?:key|main|primary|core|general) )?(?:(?:job )?(?:roles?|duties|responsibilities|functions)(?:,? (?:and|&) |, )?){1,3} "
    r"(?:of|for) (?:the |an? |our )?(?=\w)",
    re.IGNORECASE,
)
"""What stands before the job in a heading over its duties: "Roles and responsibilities of the Nurse"."""
FIELD = re.compile(
    r"(?:categor(?:y|ies)|salary|location|department|division|hours|grade|band|reference|contract|type|closing date|employer|company)\b(?!:)",
    re.IGNORECASE,
)
"""Labels of a form that has no colons."""
BODY = re.compile(
    r"\b(?:librar(?:y|ies)|schools?|hospitals?|universit(?:y|ies)|colleges?|museums?|church(?:es)?|districts?|cent(?:er|re)s?|clinics?|societ(?:y|ies)|"
    r"foundation|trust|institut(?:e|ion)|academy|association|council|ministry|county|inc|ltd|llc|corp(?:oration)?|gmbh|plc)\.?$",
    re.IGNORECASE,
)
"""Ends of the name of an employer, which stands over many a posting."""
SUFFIX = re.compile(
    r"[\s:,|–—-]+(?:job|position|role) (?:description|profile|specification|summary)\W*$", re.IGNORECASE
)
WORDLESS_NAME = re.compile(
    r"\b(?:jd|job ?desc(?:ription)?|position description|role profile|posting|vacancy|untitled|document\d*|stdin)\b|JobDescription",
    re.IGNORECASE,
)
"""Names of files that tell nothing of the job."""
_STATE = r"(?:re-?written|rewrite|new|old|final|copy|draft|revised|edited|updated?|backup|bak|v(?:er(?:sion)?)?[-_. ]?\d+(?:\.\d+)*|rev[-_. ]?\d+)"
STATE_OF_FILE = re.compile(
    rf"(?<=\w)(?:[-_.\s]+{_STATE}(?:[-_. ]\d{{1,2}})?|[-_.\s]*\((?:{_STATE}|\d{{1,3}}|or so)\))$", re.IGNORECASE
)
"""What an editor or a person puts at the end of a file's name to tell a state of it from another; no part of a title."""
NO_JOB = re.compile(
    r"^(?i:position|post|vacancy|announcement|posting|reference|class(?:ification)?|control|pay(?:roll)?|file) (?i:number|no\b|num\b|#|code|id\b)|"
    r"^[A-Z]{2,8}s? \((?:[Cc]ertified|[Rr]egistered|[Ll]icensed)\b|"
    r"\b(?i:certificat(?:e|es|ion|ions)|licen[cs]es?|licensure|diploma|degree)\W*(?:\([^)]*\)\W*)?$|"
    r"^[\w ]{3,30}: [^a-z]*\d[^a-z]*$"
)
"""Lines that a title is never: a number with its label, a certificate that is asked for."""
_NAME = r"((?:[A-Z][\w/&+.'\u2019-]*|\([\w ]+\))(?:,? (?:(?:of|and|for|the|&|in|to) )?(?:[A-Z&][\w/&+.'\u2019-]*|\([\w ]+\)|-)){0,6})"
IN_TEXT = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:[Ll]ooking (?:for|to (?:hire|recruit))|[Ss]eek(?:s|ing)|[Hh]iring|[Rr]ecruit(?:s|ing)|[Rr]equires?|[Nn]eeds?|[Aa]ccepting)\s+"
        r"(?:(?:[a-z]+ ){0,2}(?:applicants|candidates|applications|individuals|people|someone) )?(?:(?:for|to fill|to be|to become|as)\s+)?(?:an?|the|our)\s+"
        r"(?:(?:position|post|role|job) (?:of|as) (?:an? |the )?)?(?:new |experienced |talented |skilled |qualified |full-time |part-time |temporary )*"
        + _NAME
        + r"(?=[\s,.(]|$)",
        r"\b(?:position|post|role|job|vacancy) of (?:an? |the |our )?(?:(?:[Ff]ull|[Pp]art)[- ]?[Tt]ime(?: \([^()]*\))? )?"
        + _NAME
        + r"(?=[\s,.(]|$)",
        r"\bAs (?:an?|the|our) " + _NAME + r"(?: at [\w ]+)?\s?[,:]",
        r"(?:^|[.!?]\s+|\n)The " + _NAME + r" (?:is|will|leads|plays|has|provides|manages|supports|works)\b",
        r"^(?=\S+ [A-Z])" + _NAME + r" (?:to|who) (?:will|\w+)\b",
    )
)
"""Sentences that name the job, from the surest."""
HEADLINE = re.compile(
    r"\S.*?\b(?:seeks|(?:is|are|now|currently) (?:now |currently )?(?:seeking|hiring|recruiting|looking for))\s+"
    r"(?:an?\s+)?(?:(?:highly|new|experienced|skilled|qualified|talented|motivated|full-time|part-time),?\s+)*(?P<job>.+)",
    re.IGNORECASE,
)
"""A headline that says who looks for whom; "Hiring Manager" and "Special Needs Teacher" are jobs."""


def is_label(text: str) -> bool:
    """Tell whether a text is the label of a field alone."""
    return bool(LABEL_ALONE.fullmatch(text) or VALUE_BEHIND.fullmatch(text))


def is_words(text: str) -> bool:
    """Tell whether a text is mostly letters, and no blank of a template."""
    return bool(text) and (
        sum(c.isalpha() for c in text) > len(text) / 2 and (text[0].isalnum() or text[0] in "([") and "{{" not in text
    )
