"""Finds the words for the people whom the organisation exists to serve, and marks them on the tokens.

Three kinds of words need three kinds of proof. "Customer" or "patient" is enough, unless it stands inside the name
of a thing ("customer database", "Customer Success team"). "Families", "businesses" or "the community" count where
the sentence serves them. Colleagues count as internal customers where the text calls them so, or serves them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdrewrite.analysis.serving import LIVES, is_served

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Doc, Token

_DEMONYMS = ("ians", "yorkers", "landers", "siders")
_JOBS = frozenset(
    "director manager head specialist representative officer lead associate analyst coordinator vice president grade "
    "department directorate division section service/section".split()
)
"""Words that make a short line in title case the name of a job or a department."""
_CENTRED = frozenset({"human", "people", "person", "citizen", "patient", "community"})
_JOB_WORDS = frozenset({"buyer", "buyers", "reader", "consumer", "buying"})
"""Words for those served that are jobs as well: "the senior buyer"."""
_RELY = frozenset({"rely", "depend", "use", "need"})
_THEM = frozenset({"them", "themselves"})


_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})


def may_need_parse(words: set[str], known: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether these words could be marked at all, which takes the parse.

    Where this is false, ``mark`` marks nothing, parsed or not: words that count only when they are served need a
    word of serving beside them.

    Args:
        words: the words of a statement in lower case.
        known: the word classes.
    """
    if words & (known["external"] | known["internal_named"]):
        return True
    if words & _CENTRED and "-" in words:
        return True
    if any(word.endswith(_DEMONYMS) for word in words):
        return True
    if words & known["felt"] and words & {"member", "employee", "staff", "colleague"}:
        return True
    served = words & (known["external_if_served"] | known["internal_if_served"] | _THEM)
    return bool(served) and bool(words & (known["serve"] | known["good"] | known["goods_done"] | LIVES | _RELY))


def mark(doc: Doc, known: Mapping[str, frozenset[str]]) -> dict[int, str]:
    """Set ``token._.jd_served`` to ``external`` or ``internal`` where a token names someone served.

    Needs tags and the parse for the words that ``may_need_parse`` tells of.

    Args:
        doc: a statement.
        known: the word classes.

    Returns:
        The tokens that were marked, by index, in order.
    """
    words = [token.lower_ for token in doc]
    if not may_need_parse(set(words), known):
        return {}
    hyphens = "-" in words
    marked: dict[int, str] = {}
    for number, word in enumerate(words):
        token = doc[number]
        if served := _served(token, word, known, marked, hyphens=hyphens):
            marked[number] = served
            token._.jd_served = served
    return marked


def _served(
    token: Token, word: str, known: Mapping[str, frozenset[str]], marked: Mapping[int, str], *, hyphens: bool
) -> str:
    if word in known["external"]:
        return _external(token, known)
    if (hyphens and _centred(token)) or _demonym(token):
        return "external"
    if word in known["external_if_served"]:
        if _at_work(token):
            return ""
        return "external" if _counts(token, known) and (is_served(token, known) or _relies(token)) else ""
    if word in known["internal_if_served"]:
        return "internal" if _counts(token, known) and is_served(token, known) else ""
    if word in known["internal_named"]:
        return "internal" if _counts(token, known) else ""
    if word in known["felt"]:
        return "internal" if _felt_inside(token) else ""
    if word in _THEM and is_served(token, known):
        return _antecedent(token, known, marked)
    return ""


def _at_work(token: Token) -> bool:
    """Tell whether those who do the work are meant: "the people who work on our sites"."""
    after = [t.lower_ for t in token.doc[token.i + 1 : token.i + 4]]
    return after[:1] in (["who"], ["that"]) and bool({"work", "works", "report", "join"} & set(after))


def _relies(token: Token) -> bool:
    """Tell whether a relative clause makes them customers: "small businesses that rely on us"."""
    after = [t.lower_ for t in token.doc[token.i + 1 : token.i + 6]]
    return after[:1] in (["who"], ["that"]) and bool(_RELY & set(after[1:4]))


def _demonym(token: Token) -> bool:
    """Tell whether the word names the people of a place: "Ontarians", "New Yorkers"."""
    return token.lower_.endswith(_DEMONYMS) and token.tag_ == "NNPS"


def _centred(token: Token) -> bool:
    """Tell whether this is the first word of "human-centred" or "citizen-centric"."""
    if token.lower_ not in _CENTRED:
        return False
    rest = [t.lower_ for t in token.doc[token.i + 1 : token.i + 3]]
    return len(rest) == 2 and rest[0] == "-" and rest[1] in {"centered", "centred", "centric", "focused", "first"}


def _antecedent(token: Token, known: Mapping[str, frozenset[str]], marked: Mapping[int, str]) -> str:
    """Return who "them" in "work with service areas, helping them ..." stands for: the nearest people before it."""
    for earlier in reversed(token.doc[: token.i]):
        word = earlier.lower_
        if earlier.i in marked:
            return ""
        if word in known["external"] or word in {"agencies", "partners", "businesses", "companies", "people"}:
            return "external"
        if word in known["internal_if_served"] | known["colleague_groups"]:
            return "internal"
    return ""


def _felt_inside(token: Token) -> bool:
    """Tell whether this is what colleagues feel or get: "team member experience", "employee wellbeing"."""
    if token.i == 0:
        return False
    before = token.nbor(-1).lower_
    if before == "member":
        return token.i > 1 and token.nbor(-2).lower_ == "team"
    return before in {"employee", "staff", "colleague"} and token.lower_ in {"experience", "experiences"}


def _external(token: Token, known: Mapping[str, frozenset[str]]) -> str:
    if not _counts(token, known):
        return ""
    if _preceded(token, known["inside"]) and token.lower_ != "public":
        return "internal"
    return "internal" if _colleagues_as(token, known) else "external"


def _colleagues_as(token: Token, known: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether colleagues are called so: "staff, our end users", "treat hiring managers as clients"."""
    before = [t.lower_ for t in token.doc[max(0, token.i - 5) : token.i]]
    named = next((n for n in range(len(before) - 1, -1, -1) if before[n] in known["internal_if_served"]), None)
    if named is None:
        return False
    between = before[named + 1 :]
    return between[:1] in ([","], ["as"]) and not {"and", "or"} & set(between) and "served" not in between


def _counts(token: Token, known: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether the word speaks of people, not of a thing, a job, a team or a quality."""
    word = token.lower_
    before = token.nbor(-1).lower_ if token.i > 0 else ""
    if word == "patient":
        return token.tag_ in _NOUNS and not _is_quality(token)
    if word == "public":
        return _public(token, before)
    if word in {"agency", "agencies"} and before in {"partner", "client", "federal", "customer"}:
        return True
    if word in {"member", "members"} and (before in known["not_members_of"] or _follows_of(token)):
        return False
    if word in {"account", "accounts"}:
        return before in known["account_kinds"] and _next(token).lower_ not in known["thing_heads"]
    if word in {"user", "users"} and before in known["not_users"]:
        return False
    if word in {"citizen", "citizens", "learner", "learners", "veteran"} and _of_the_applicant(token):
        return False
    if word == "residents" and {"citizens", "nationals"} & {t.lower_ for t in token.doc}:
        return False  # who may apply: "citizens and nationals (residents of American Samoa)"
    if word in _JOB_WORDS and before in {"senior", "junior", "lead", "chief", "assistant", "head"}:
        return False
    if word in {"client", "clients"} and before == "our" and _agency(token.doc):
        return False
    return _head_counts(token, known)


def _of_the_applicant(token: Token) -> bool:
    """Tell whether the word describes the candidate: "a U.S. citizen", "a life-long learner", "veteran status"."""
    near = {t.lower_ for t in token.doc[max(0, token.i - 4) : token.i + 3]}
    if token.lower_.startswith("citizen"):
        return bool(near & {"u.s.", "states", "must", "be", "nationals", "applicants"})
    if token.lower_.startswith("learner"):
        return bool(near & {"long", "lifelong", "quick", "fast", "self", "agile"})
    return bool(near & {"status", "preference", "disabled", "protected"})


def _head_counts(token: Token, known: Mapping[str, frozenset[str]]) -> bool:
    """Judge a compound by its last word: "customer needs" speaks of people, "customer database" of a thing."""
    if token.lower_.endswith("s") and token.text[-1:] == "s" and token.dep_ != "compound":
        return not _titled(token, known)
    following = _next(token)
    if following.lower_ in known["thing_heads"] and following.tag_ not in {"VB", "VBP"}:
        return False  # the tagger may take "user accounts" for a verb
    if following.lower_ in {"'s", "’s", "'", "’"} or following.i == token.i:
        return True
    if following.text in {"-", "–", "/"}:
        return _hyphened(token, known)
    head = _last_of_compound(token)
    if head.i == token.i:
        return True
    if head.lower_ in known["thing_heads"] or _titled(token, known):
        return False
    first = _next(token)
    return first.lower_ not in known["thing_heads"] or head.lower_ in known["people_heads"]


def _hyphened(token: Token, known: Mapping[str, frozenset[str]]) -> bool:
    after = token.doc[token.i + 2] if token.i + 2 < len(token.doc) else None
    return after is None or after.lower_ not in known["thing_heads"] | {
        "managed",
        "server",
        "side",
        "defined",
    }


def _last_of_compound(token: Token) -> Token:
    """Return the noun that ends the run of nouns and adjectives which the token begins."""
    last = token
    for following in token.doc[token.i + 1 : token.i + 5]:
        if following.tag_ in _NOUNS and following.i == last.i + 1:
            last = following
        else:
            break
    return last


def _titled(token: Token, known: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether the word is part of a name: "Customer Success", "the Client Services department"."""
    following = _next(token)
    if following.i == token.i or not (token.text[:1].isupper() and following.text[:1].isupper()):
        return False
    if token.doc.text.isupper():
        return False
    if _job_line(token.doc):
        return True
    words = [t for t in token.doc if t.is_alpha and len(t) > 3]
    title_case = sum(t.text[:1].isupper() for t in words) > 0.7 * len(words) and len(words) > 3
    return not title_case or _last_of_compound(token).lower_ in known["thing_heads"]


def _job_line(doc: Doc) -> bool:
    """Tell whether the line is a job's or a department's name: "Director of Customer Success Operations"."""
    words = [t for t in doc if t.is_alpha]
    return (
        any(t.lower_ in _JOBS for t in words)
        and len(words) < 10
        and all(t.text[:1].isupper() or t.lower_ in {"of", "and", "the", "for"} for t in words)
    )


def _public(token: Token, before: str) -> bool:
    following = _next(token).lower_
    if before in {"the", "american", "british", "canadian", "general", "travelling", "traveling", "wider"}:
        return following not in {
            "sector",
            "sectors",
            "cloud",
            "service",
            "services",
            "administration",
            "domain",
            "eye",
        }
    if following in {"facing", "-"} or before == "of":
        return following != "sector"
    return following in {"inquiries", "enquiries", "safety", "needs", "trust", "complaints"}


def _is_quality(token: Token) -> bool:
    return token.dep_ in {"acomp", "amod", "oprd"} or (
        _next(token).lower_ in {"and", ","} and token.tag_.startswith("JJ")
    )


def _follows_of(token: Token) -> bool:
    """Tell whether "members of ..." names a team rather than the public."""
    following = _next(token)
    if following.lower_ != "of":
        return False
    rest = [t.lower_ for t in token.doc[following.i + 1 : following.i + 5]]
    return not any(word in {"public", "community", "society", "parliament"} for word in rest)


def _agency(doc: Doc) -> bool:
    """Tell whether "our client" is the employer in an agency's advertisement."""
    words = {token.lower_ for token in doc}
    return bool(words & {"seeking", "seeks", "recruiting", "hiring", "looking", "prioritizes", "requires"})


def _preceded(token: Token, words: frozenset[str]) -> bool:
    return any(t.lower_ in words for t in token.doc[max(0, token.i - 4) : token.i])


def _next(token: Token) -> Token:
    return token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
