"""Rights to decide, and requirements on the person: nobody gets or loses one by a rewrite."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdrewrite.model import Fact
from jdrewrite.verifying.outcome import Found, Outcome, fact
from jdrewrite.verifying.texts import Text, leading_to, newly

_RIGHTS = (
    ("decide", r"\bdecid\w+|\bdecision[- ]mak\w+|\bfinal say\b|\bha(?:s|ve) the last word\b|\bmake the (?:final )?call\b|\b(?:mak|tak)(?:e|es|ing) (?:[\w-]+,? (?:and )?){0,4}decisions?\b"),
    ("approve", r"\bapprov(?:e[sd]?|ing|al of)\b|\bauthori[sz](?:e|es|ing)\b|\bsign(?:s|ing|ed)? (?:\w+ ){0,3}off\b"),
    ("authority", r"\bauthority\b|\bdiscretion\b|\bauthori[sz]ed to\b|\bempowered to\b|\bmandate\b|\bautonomy\b|\bentitled to\b|\bas (?:you|they) see fit\b|\bown judge?ment\b|\byour judge?ment\b"),
    ("set", r"\bset(?:s|ting)? (?:the |our |your |its |all |overall )?(?:[\w-]+ ){0,2}(?:strateg(?:y|ies)|polic(?:y|ies)|direction|prices?|budgets?|rules|agenda)\b"),
    ("waive", r"\bwaiv\w+|\b(?:grant|issue|give)s? refunds?\b|\bwrit\w+ off\b|\bveto\w*|\boverrul\w+|\boverrid\w+"),
    ("alone", r"\bwithout (?:\w+ )?(?:approval|permission|consent|asking|referral|supervision)\b|\bindependent(?:ly)?\b|\bon (?:your|their|his or her|his|her|one[’']s) own\b(?=[,.;]|$| (?:as|and|or|in|with|when|without)\b)|\bunsupervised\b"),
)  # fmt: skip
_TURN = (
    r"\b(?:morning|day|afternoon|evening|night|late|early|weekend|rotating|split|double|hour|your|work(?:s|ing)?|cover(?:s|ing)?|staff(?:s|ing)?|each|every|per|on)"
    r"(?: (?:the|a|in))? shifts?\b"
)
"""A turn of work, whatever follows it: "the evening shift in our kitchen" is no "shift in thinking"."""
_REQUIRED = (
    ("degree", r"(?<!some )(?<!high )\bdegree\b(?! of [a-z])|\bbachelor\w*|\bmaster[’']?s\b|\bph\.?d\b|\bdiploma\b|\bb\.?sc\b|\bm\.?sc\b|\bmba\b"),
    ("licence", r"\blicen[cs]\w+"),
    ("certified", r"\bcertif\w+"),
    ("registered", r"\bregistered\b|\bregistration\b|\baccredit\w+"),
    ("clearance", r"\bclearance\b"),
    ("or else", r"\bor (?:an? )?(?:equivalent|equal|similar|comparable|experience)\b|\bor (?:an? )?(?:related|relevant|allied) (?:\w+ )?(?:fields?|disciplines?|subjects?|areas?|experience|degrees?|qualifications?|courses?|stud\w+|work|industr\w+|roles?|training|programs?|programmes?|majors?|certif\w+)\b|\bor (?:else )?(?:in|with|from) (?:an? )?(?:equivalent|similar|comparable|related|relevant)\b|\bor (?:experience|one) (?:that|which) (?:equates|amounts|is equal|compares)\b"),
    ("years", r"\byears\b|\byear of\b|-year\b|\bone year\b"),
    ("fluent", r"\bfluen\w+|\bbilingual\b|\bnative\b"),
    ("citizen", r"\bcitizenship\b"),
    ("reports", r"\breport(?:s|ing)?\s+(?:directly\s+|in\s+)?(?:in)?to(?=\s+(?:(?:the|an?|our|its|your|you|him|her|them)\b|(?-i:[A-Z])))"),
    ("based", r"\bbased (?:in|at)\b|\blocated (?:in|at)\b|\bon[- ]?(?:the )?(?:\w+ )?site\b|\bremote(?:ly)?\b|\bwork(?:ing)? (?:from|at) (?:our|the(?! (?:level|pace|speed|rate|heart|core|edge|interface|intersection)\b)|home)\b"),
    ("shift", rf"{_TURN}|(?<!the )(?<!this )\bshifts?\b(?! (?:in|into|from|towards?|to (?!work)|of (?:all|the|our|focus))\b)|(?<=the )shifts?\b(?! (?:in|into|from|to|towards?|of)\b)|\bovertime\b|\bweekends?\b|\bon[- ]call\b"),
    ("travel", r"\btravel\w*"),
)  # fmt: skip
_PAPERS = re.compile(
    "|".join(
        pattern for form, pattern in _REQUIRED if form in {"degree", "licence", "certified", "clearance", "citizen"}
    ),
    re.IGNORECASE,
)
"""What asks something of the person: a paper, a clearance, a nationality."""
_ALL = tuple((form, re.compile(pattern, re.IGNORECASE)) for form, pattern in (*_RIGHTS, *_REQUIRED))
_APPROVAL = re.compile(r"\bapprov", re.IGNORECASE)
_SETS = re.compile(
    r"\b(?:set\w*|defin\w+|establish\w*|develop\w*|creat\w+|determin\w+|shap\w+|lead\w*|own\w*|build\w*|form\w*|design\w*|make|draft\w*|direct(?:s|ing)?|decid\w+|plan(?:ning)?|pric\w+|"
    r"budget\w*|steer\w*|drive\w*|devis\w+|author\w*|writ\w+|manag\w+|craft\w*|prepar\w+|produc\w+|architect\w*)\b",
    re.IGNORECASE,
)
"""Who does this with a strategy sets it."""
_ORDERS = re.compile(r"\bprioriti[sz]|\bset(?:s|ting)? priorit", re.IGNORECASE)
_DECISIONS = re.compile(r"\bdecisions?\b", re.IGNORECASE)
"""As much as "decision-making" where the original has it; whether a new decision is the role's, other words tell."""
_DECIDES = re.compile(
    r"\b(?:mak|mad|tak|own|reach)\w* (?:[\w-]+,? (?:and )?){0,4}decisions?\b|\bdecisions? (?:[\w’'-]+ ){0,6}(?:is|are) yours\b",
    re.IGNORECASE,
)
"""As much as "decide"; who passes decisions on decides nothing."""
_TARGETS = re.compile(r"\bset(?:s|ting)? (?:[\w-]+ ){0,4}(?:targets?|goals?|objectives?)\b", re.IGNORECASE)
_HELPED = re.compile(r"\b(?:help|let|enabl|allow|assist|guid|empower)\w*(?: [\w’'-]+){1,3} (?:to )?$", re.IGNORECASE)
_SITE = re.compile(r"\bsite\b", re.IGNORECASE)
_REPORTS = re.compile(r"\breport(?:s|ing)?\s+(?:\w+\s+){0,4}?to\b", re.IGNORECASE)
"""As much as "reporting to", where a report and not the line is meant: "report on it weekly to"."""
_LINE = re.compile(
    rf"{_REPORTS.pattern}|\bto whom\b[^.;]*\breports?\b|\b(?:as|is|are|among) (?:an? |one of )?(?:[\w’'-]+ )?direct reports?\b",
    re.IGNORECASE,
)
"""The line told the other way round: "the person to whom the clerk reports"."""
_ANSWERS = re.compile(r"\banswers? to\b", re.IGNORECASE)
"""As much as "reports to", where it is a verb: answers are given to anybody."""
_OTHERWISE = {
    "decide": re.compile(r"\b(?:settl\w+|determin\w+|choos\w+|cho(?:ice|se)s?|mak(?:e|es|ing) the calls?|calls? the shots)\b", re.IGNORECASE),
    "approve": re.compile(r"\b(?:go-?ahead|green light|say yes|consent\w*|permission)\b", re.IGNORECASE),
    "or else": re.compile(r"\bor\b[^.;]*\b(?:close|near|akin|similar|like|neighbou?ring|allied|equivalent|related) ?(?:to|it|these|those|field|one|discipline)?\b", re.IGNORECASE),
    "reports": re.compile(r"\b(?:is|as|has|have|be) (?:a |an |the |its |their |your )?(?:line )?(?:manager|boss|superior|supervisor|head)\b(?! of (?:the|our) (?:team|department))|\bis (?:led|managed|supervised|headed) by\b|\bis in charge of the\b"),
    "alone": re.compile(r"\bwithout (?:depending|relying|leaning)\b|\bunaided\b|\bby (?:your|him|her|them|one)sel(?:f|ves)\b|\b(?:his or her|your|their) own (?:initiative|steam|feet)\b", re.IGNORECASE),
    "fluent": re.compile(r"\b(?:with ease|easily|as (?:well|easily) as)\b", re.IGNORECASE),
    "based": re.compile(r"\bon[- ]site\b|\bfrom home\b|\bin person\b", re.IGNORECASE),
    "travel": re.compile(r"\bon the road\b|\b(?:make|go on|take)s? (?:\w+ )?trips?\b|\bjourneys?\b|\bfly\w*\b", re.IGNORECASE),
}  # fmt: skip
"""What else may say a right or a requirement of the original; by itself it is none."""
_OWN_DECISIONS = re.compile(r"\b(?:your|their|own|his|her)(?: own)? (?:[\w-]+ (?:and|or) )?decisions?\b", re.IGNORECASE)
_SETTLED = re.compile(r"\bdetermin\w+|\bsettl\w+|\bcho(?:ose|osing|ice)\w*|\bselect(?:s|ing|ion)?\b", re.IGNORECASE)
"""As much as "decide", where the original has it."""
_TURNS = frozenset({"acl", "amod", "relcl"})
_OTHERS_TOO = frozenset({"decide", "years", "travel", "alone", "waive", "shift", "degree", "registered", "reports"})
"""What those served may do or have as well: "so that patients can decide"."""


def compare(before: Text, after: Text) -> Outcome:
    """Compare rights and requirements, wherever they stand."""
    out = Outcome()
    old, new = list(_found(before)), list(_found(after))
    forms = {form for form, *_ in new} | ({"reports"} if _LINE.search(after.text) or _answers(after) else set())
    known = {form for form, *_ in old} | _implied(before, after)
    forms |= {"decide"} if _DECIDES.search(after.text) else set()
    for found in old:
        if found[0] in _OTHERWISE and newly(_OTHERWISE[found[0]], before, after):
            forms.add(found[0])
        making = found[1].lower().startswith("decision") and _DECISIONS.search(after.text)
        if not before.droppable(found[2]):
            (out.kept if found[0] in forms or making else out.lost).append(fact("rights", found))
    for found in new:
        if found[0] == "decide" and _DECISIONS.search(before.text) and _HELPED.search(leading_to(after.text, found[2])):
            continue  # "support decisions" as "help them make decisions"
        if found[0] not in known and not (found[0] in _OTHERS_TOO and _of_others(after, found)):
            out.invented.append(fact("rights", found))
    return out


def asks_for_papers(found: Fact) -> bool:
    """Tell whether a fact asks something of the person that they may not have; a right is for the manager to agree."""
    return bool(_PAPERS.search(found.text))


def told_the_line(text: Text) -> bool:
    """Tell whether a text says who reports to whom, in whichever words."""
    line = _LINE.search(text.text) or _OTHERWISE["reports"].search(text.text) or _answers(text)
    return bool(line) or any(form == "reports" for form, *_ in _found(text))


def _implied(before: Text, after: Text) -> set[str]:
    """Return the rights and requirements which other words of the original say as well."""
    known = set()
    if _SITE.search(before.text):
        known.add("based")  # "crews on site" for "site crews"
    if _APPROVAL.search(before.text):
        known.add("approve")  # whether the role may do it itself is for the acts to tell
    if _SETS.search(before.text):
        known.add("set")
    if _ORDERS.search(before.text):
        known.add("decide")  # "decide what comes first" for "prioritise"
    if re.search(r"\btheir own\b", before.text, re.IGNORECASE):
        known.add("alone")
    if _TARGETS.search(before.text) or _OWN_DECISIONS.search(before.text) or _is_settled(before, after):
        known.add("decide")
    if re.search(r"\bunauthori[sz]ed\b", before.text, re.IGNORECASE):
        known.add("authority")  # "use without authority" for "unauthorised use"
    if _REPORTS.search(before.text) or any(w.verb and w.form == "report" for w in before.words):
        known.add("reports")  # "report to the public on it" for "publicly report it"
    return known


def _is_settled(before: Text, after: Text) -> bool:
    """Tell whether the original decides in another word, which the rewrite no longer has."""
    return any(m.group().lower() not in after.text.lower() for m in _SETTLED.finditer(before.text))


def _answers(text: Text) -> bool:
    starts = {m.start() for m in _ANSWERS.finditer(text.text)}
    return any(t.start in starts and t.pos == "VERB" for t in text.parse.tokens)


def _of_others(text: Text, found: Found) -> bool:
    """Tell whether the words stand in an effect on others, and are not said to the role ("as you see fit")."""
    start, end = next(((s, e) for s, e in text.ends if s <= found[2] < e), (0, 0))
    return end > start and not re.search(r"\byou(?:rself)?\b(?! can trust)", text.text[start:end], re.IGNORECASE)


def _noun(text: Text, at: int) -> bool:
    """Tell whether a noun stands here, with a word of its own before it."""
    token = text.parse.at(at)
    before = text.parse.tokens[token.i - 1] if token is not None and token.i else None
    return (
        token is not None
        and token.pos == "NOUN"
        and before is not None
        and (before.pos in {"ADJ", "DET", "ADP", "VERB", "NUM"} or (before.pos == "NOUN" and before.text.islower()))
    )


def _of_things(text: Text, at: int, form: str) -> bool:
    """Tell whether things are shifted ("shift dealers between games"), or others travel ("pilots travelling by night")."""
    token = text.parse.at(at)
    if token is None or token.pos != "VERB":
        return False
    return form == "shift" or (token.dep in _TURNS and text.parse.tokens[token.head].pos in {"NOUN", "PROPN"})


def _found(text: Text) -> Iterator[Found]:
    for form, pattern in _ALL:
        for match in pattern.finditer(text.text):
            if form == "reports" and _noun(text, match.start()):
                continue  # "bug reports to the team" is no reporting line
            if form in {"shift", "travel"} and _of_things(text, match.start(), form):
                continue
            yield form, match.group(), *match.span()
