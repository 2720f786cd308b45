"""Finds the words for the people whom the organisation exists to serve, and marks them on the tokens.

Three kinds of words need three kinds of proof. "Customer" or "patient" is enough, unless it stands inside the name
of a thing ("customer database", "Customer Success team"). "Families", "businesses" or "the community" count where
the sentence serves them. Colleagues count as internal customers where the text calls them so, or serves them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdrewrite.analysis.rules.words import classes

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OBJECTS = frozenset({"dobj", "dative", "nsubj", "nsubjpass", "pobj", "conj", "appos", "poss"})
_TECHNICAL_NEXT = frozenset({"interface", "interfaces", "server", "id", "ids", "guide", "guides", "manual", "manuals"})
_RELATIVE_GOOD = frozenset({"to", "for", "of"})


def mark(doc: Doc) -> None:
    """Set ``token._.jd_served`` to ``external``, ``internal`` or an empty string for every token.

    Needs the parse (``DEP``) for the words that count only when they are served.
    """
    known = classes()
    for token in doc:
        token._.jd_served = ""
    for token in doc:
        word = token.lower_
        if word in known["external"]:
            token._.jd_served = _external(token, known)
        elif _demonym(token) or _centred(token):
            token._.jd_served = "external"
        elif word in {"them", "themselves"} and _is_served(token, known):
            token._.jd_served = _antecedent(token, known)
        elif word in known["external_if_served"]:
            token._.jd_served = "external" if _counts(token, known) and _is_served(token, known) else ""
        elif word in known["internal_if_served"]:
            token._.jd_served = "internal" if _counts(token, known) and _is_served(token, known) else ""
        elif word in known["felt"] and _felt_inside(token):
            token._.jd_served = "internal"


def _demonym(token: Token) -> bool:
    """Tell whether the word names the people of a place: "Ontarians", "New Yorkers"."""
    return token.tag_ == "NNPS" and token.lower_.endswith(("ians", "yorkers", "landers", "siders"))


def _centred(token: Token) -> bool:
    """Tell whether this is the first word of "human-centred" or "citizen-centric"."""
    rest = [t.lower_ for t in token.doc[token.i + 1 : token.i + 3]]
    return (
        token.lower_ in {"human", "people", "person", "citizen", "patient", "community"}
        and len(rest) == 2
        and rest[0] == "-"
        and rest[1] in {"centered", "centred", "centric", "focused", "first"}
    )


def _antecedent(token: Token, known: dict[str, frozenset[str]]) -> str:
    """Return who "them" in "work with service areas, helping them ..." stands for: the nearest people before it."""
    for earlier in reversed(token.doc[: token.i]):
        word = earlier.lower_
        if earlier._.jd_served:
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


def _external(token: Token, known: dict[str, frozenset[str]]) -> str:
    if not _counts(token, known):
        return ""
    if _preceded(token, known["inside"]) and token.lower_ != "public":
        return "internal"
    return "external"


def _counts(token: Token, known: dict[str, frozenset[str]]) -> bool:
    """Tell whether the word speaks of people, not of a thing, a job, a team or a quality."""
    word = token.lower_
    before = token.nbor(-1).lower_ if token.i > 0 else ""
    if word == "patient":
        return token.pos_ in {"NOUN", "PROPN"} and not _is_quality(token)
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
    if word in {"client", "clients"} and before == "our" and _agency(token.doc):
        return False
    return _head_counts(token, known)


def _of_the_applicant(token: Token) -> bool:
    """Tell whether the word describes the candidate: "a U.S. citizen", "a life-long learner", "veteran status"."""
    near = {t.lower_ for t in token.doc[max(0, token.i - 4) : token.i + 3]}
    return bool(near & {"u.s.", "us", "states", "must", "long", "lifelong", "quick", "fast", "status", "you"})


def _head_counts(token: Token, known: dict[str, frozenset[str]]) -> bool:
    """Judge a compound by its last word: "customer needs" speaks of people, "customer database" of a thing."""
    if token.lower_.endswith("s") and token.text[-1:] == "s" and token.dep_ != "compound":
        return not _titled(token)
    following = _next(token)
    if following.lower_ in {"'s", "’s", "'", "’"} or following.i == token.i:
        return True
    if following.text in {"-", "–", "/"}:
        return _hyphened(token, known)
    head = _last_of_compound(token)
    if head.i == token.i:
        return True
    if head.lower_ in known["thing_heads"] or _titled(token):
        return False
    first = _next(token)
    return first.lower_ not in known["thing_heads"] or head.lower_ in known["people_heads"]


def _hyphened(token: Token, known: dict[str, frozenset[str]]) -> bool:
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
        if following.pos_ in {"NOUN", "PROPN"} and following.i == last.i + 1:
            last = following
        elif following.text == "-" or following.pos_ in {"ADJ", "VERB"}:
            break
        else:
            break
    return last


def _titled(token: Token) -> bool:
    """Tell whether the word is part of a name: "Customer Success", "the Client Services department"."""
    following = _next(token)
    if following.i == token.i or not (token.text[:1].isupper() and following.text[:1].isupper()):
        return False
    if token.doc.text.isupper():
        return False
    words = [t for t in token.doc if t.is_alpha and len(t) > 3]
    title_case = sum(t.text[:1].isupper() for t in words) > 0.7 * len(words) and len(words) > 3
    return not title_case or _last_of_compound(token).lower_ in classes()["thing_heads"]


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
    return token.dep_ in {"acomp", "amod", "oprd"} or (_next(token).lower_ in {"and", ","} and token.pos_ == "ADJ")


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


def _is_served(token: Token, known: dict[str, frozenset[str]]) -> bool:
    """Tell whether the sentence does these people a good: "help families keep their home", "care for people"."""
    node = token
    while node.dep_ in {"conj", "appos", "poss", "compound"} and node.head.i != node.i:
        node = node.head
    if _we_serve(token):
        return True
    if node.head.i == node.i or node.dep_ not in _OBJECTS:
        return False
    head = node.head
    if node.dep_ == "pobj" and head.lower_ == "of" and head.head.lower_ in known["many"]:
        return _is_served(head.head, known)
    if token.dep_ == "poss" and token.head.lower_ in {"lives", "life", "wellbeing", "well-being", "needs"}:
        return True
    if node.dep_ == "pobj":
        return _served_by_preposition(head, known)
    if head.lower_ in known["serve"] and head.lower_ not in known["serve_own_staff"]:
        return node.dep_ != "nsubj"
    if node.dep_ in {"nsubj", "nsubjpass"} and head.dep_ in {"ccomp", "xcomp", "advcl"}:
        return head.head.lower_ in known["serve"]
    return False


def _we_serve(token: Token) -> bool:
    """Tell whether a relative clause says it: "the communities we serve", "those who are served"."""
    after = [t.lower_ for t in token.doc[token.i + 1 : token.i + 5]]
    return bool({"serve", "serves", "served"} & set(after)) and bool({"we", "they", "it", "that", "are"} & set(after))


def _served_by_preposition(preposition: Token, known: dict[str, frozenset[str]]) -> bool:
    word = preposition.lower_
    above = preposition.head
    if word in {"for", "to"} and above.lower_ in known["serve"] | known["good"]:
        return True
    if word in {"for", "of", "to"} and above.lower_ in known["goods_done"]:
        return True
    return word == "for" and above.head.lower_ in known["serve"] and above.lower_ in known["goods_done"]
