"""Tells whether a word for those served speaks of people, not of a thing, a job, a team or a quality."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jdrewrite.analysis.light import LightDoc, LightToken

_JOBS = frozenset(
    "director president manager head specialist representative officer lead associate analyst coordinator vice "
    "grade department directorate division section service/section".split()
)
"""Words that make a short line in title case the name of a job or a department."""
_JOB_WORDS = frozenset({"buyer", "buyers", "reader", "consumer", "buying"})
"""Words for those served that are jobs as well: "the senior buyer"."""
_INSIDERS = frozenset({"directors", "executives", "colleagues", "managers", "functional"})
_PROGRAMS = frozenset("consumer consumers tenant tenants client clients subscriber subscribers producer reader".split())
_COMPUTING = frozenset(
    "kafka queue broker cloud directory server servers api apis cluster kubernetes azure thread threads topic protocol "
    "tcp http namespace restarted microservice".split()
)
"""Words beside which a word for those served names a program."""
_PROTOCOLS = frozenset("email e-mail mail chat ftp sftp ssh git vpn sql http rest desktop thin web".split())
"""Words that make a client of a program: "your preferred email client"; "Email clients" is said to people."""
_OF_A_KIND = frozenset(
    "the all most many different various common major popular other of in for across between".split()
)
"""Words before the name of a kind, so that it is no verb: "layouts for email clients"."""
_READERS = frozenset(
    "card meter code barcode badge tag plate chip screen proof microfilm microfiche fiche film label rfid".split()
)
_PARTS_OF_A_DEVICE = frozenset({"printer", "printers", "writer", "writers", "scanner", "scanners"})
"""What a device of the same name does besides: "reader/printer"."""
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_OWNING = frozenset({"'s", "’s", "'", "’"})
_JOINING = frozenset({"-", "–", "/"})
_APART = frozenset(
    "a an the this that these those and or but nor of to in on at by for from with within without into onto through "
    "across between among against about as than if so because while when where who whom which what how why is are was "
    "were be been being am has have had do does did will would shall should can could may might must not it they we "
    "you he she their our your his her its all any each every some both also via per during before after until "
    '. , ; : ! ? ( ) [ ] • | “ ” "'.split()
)
"""Words and marks that no compound goes over, whatever the tagger makes of them."""
_RANKS = frozenset({"senior", "junior", "lead", "chief", "assistant", "head"})
_APPLICANTS = {
    "citizen": frozenset({"u.s.", "states", "must", "be", "nationals", "applicants"}),
    "learner": frozenset({"long", "lifelong", "quick", "fast", "self", "agile"}),
    "veteran": frozenset({"status", "preference", "disabled", "protected"}),
}
"""Words beside which a word for those served describes the candidate."""


def counts(token: LightToken, known: Mapping[str, frozenset[str]]) -> bool:
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
    if _is_other(token, word, before, known):
        return False
    return _head_counts(token, known)


def is_member_of(doc: LightDoc, start: int, end: int, known: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether some tokens speak of a member of a team or an organisation: "as a valued member of the firm"."""
    there = [token for token in doc[start:end] if token.lower_ in {"member", "members"}]
    return bool(there) and not any(counts(token, known) for token in there)


def _is_other(token: LightToken, word: str, before: str, known: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether something or somebody else goes by the word: a program, a device, the reader, the candidate."""
    if word in {"reader", "readers"} and (before in _READERS or _is_device(token)):
        return True
    if word in {"user", "users"} and before in known["not_users"]:
        return True
    if word in {"client", "clients"} and before == "our" and _agency(token.doc):
        return True
    if word in _JOB_WORDS and before in _RANKS:
        return True
    return (
        _of_the_machine(token, word)
        or _our_guest(token, word)
        or _colleagues_listen(token, word)
        or _of_the_applicant(token, word)
    )


def _is_device(token: LightToken) -> bool:
    """Tell whether the word is one half of a device: "reader/printer"."""
    after = token.doc.lowers[token.i + 1 : token.i + 3]
    return len(after) > 1 and after[0] in _JOINING and after[1] in _PARTS_OF_A_DEVICE


def _colleagues_listen(token: LightToken, word: str) -> bool:
    """Tell whether the audience is inside: "present to an audience of directors"."""
    near = token.doc.lowers[max(0, token.i - 2) : token.i + 5]
    return word in {"audience", "audiences"} and not _INSIDERS.isdisjoint(near)


def _of_the_machine(token: LightToken, word: str) -> bool:
    """Tell whether a program is meant: "Kafka consumers are restarted", "tenants in the cloud directory"."""
    if word not in _PROGRAMS:
        return False
    if word in {"client", "clients"} and token.i > 1 and token.nbor(-1).lower_ in _PROTOCOLS:
        return word == "client" or token.nbor(-2).lower_ in _OF_A_KIND
    return not _COMPUTING.isdisjoint(token.doc.lowers)


def _our_guest(token: LightToken, word: str) -> bool:
    """Tell whether the reader is the guest: "you will be our guest at the retreat"."""
    before = token.doc.lowers[max(0, token.i - 4) : token.i]
    return word in {"guest", "guests"} and "be" in before and "our" in before


def _of_the_applicant(token: LightToken, word: str) -> bool:
    """Tell whether the word describes the candidate: "a U.S. citizen", "a life-long learner", "veteran status"."""
    near = token.doc.lowers[max(0, token.i - 4) : token.i + 3]
    if word == "resident" and "must" in near and "be" in near:
        return True
    if word == "residents":  # who may apply: "citizens and nationals (residents of American Samoa)"
        return not {"citizens", "nationals", "medical", "fellows"}.isdisjoint(token.doc.lowers)
    signs = next((signs for stem, signs in _APPLICANTS.items() if word.startswith(stem)), frozenset[str]())
    return not signs.isdisjoint(near)


def _head_counts(token: LightToken, known: Mapping[str, frozenset[str]]) -> bool:
    """Judge a compound by its last word: "customer needs" speaks of people, "customer database" of a thing."""
    if not _may_be_thing(token, known):
        return True
    if token.lower_.endswith("s") and token.text[-1:] == "s" and token.dep_ != "compound":
        return not _titled(token, known)
    following = _next(token)
    if following.lower_ in known["thing_heads"] and following.tag_ not in {"VB", "VBP"}:
        return False  # the tagger may take "user accounts" for a verb
    if following.text in _JOINING:
        return _hyphened(token, known)
    head = _last_of_compound(token)
    if head.i == token.i:
        return True
    if head.lower_ in known["thing_heads"] or _titled(token, known):
        return False
    first = _next(token)
    return first.lower_ not in known["thing_heads"] or head.lower_ in known["people_heads"]


def _may_be_thing(token: LightToken, known: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether the words behind could make it a compound for a thing or a name; where not, no tag need be asked."""
    following = _next(token)
    if following.i == token.i or following.lower_ in _OWNING:
        return False
    if following.text in _JOINING:
        return not _hyphened(token, known)
    if token.text[:1].isupper() and following.text[:1].isupper():
        return True
    return any(t.lower_ in known["thing_heads"] for t in _behind(token))


def _behind(token: LightToken) -> Iterator[LightToken]:
    """Yield the words behind that could belong to the compound: not beyond a small word or a mark."""
    for following in token.doc[token.i + 1 : token.i + 5]:
        if following.lower_ in _APART:
            return
        yield following


def _hyphened(token: LightToken, known: Mapping[str, frozenset[str]]) -> bool:
    after = token.doc[token.i + 2] if token.i + 2 < len(token.doc) else None
    return after is None or after.lower_ not in known["thing_heads"] | {
        "managed",
        "server",
        "side",
        "defined",
    }


def _last_of_compound(token: LightToken) -> LightToken:
    """Return the noun that ends the run of nouns and adjectives which the token begins."""
    last = token
    for following in _behind(token):
        if following.tag_ in _NOUNS and following.i == last.i + 1:
            last = following
        else:
            break
    return last


def _titled(token: LightToken, known: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether the word is part of a name: "Customer Success", "the Client Services department"."""
    following = _next(token)
    if following.i == token.i or not (token.text[:1].isupper() and following.text[:1].isupper()):
        return False
    if token.doc.text.isupper():
        return False
    if _job_line(token.doc):
        return True
    words = [t for t in token.doc if t.is_alpha and len(t.text) > 3]
    title_case = sum(t.text[:1].isupper() for t in words) > 0.7 * len(words) and len(words) > 3
    return not title_case or _last_of_compound(token).lower_ in known["thing_heads"]


def _job_line(doc: LightDoc) -> bool:
    """Tell whether the line is a job's or a department's name: "Director of Customer Success Operations"."""
    words = [t for t in doc if t.is_alpha]
    return (
        any(t.lower_ in _JOBS for t in words)
        and len(words) < 10
        and all(t.text[:1].isupper() or t.lower_ in {"of", "and", "the", "for"} for t in words)
    )


_PUBLIC_THINGS = frozenset(
    "sector sectors cloud service services administration domain eye company companies accounting accountant "
    "accountants relations policy policies markets transport works office offices authority authorities "
    "procurement".split()
)
"""Nouns before which "public" is no people: "a mix of public company and start-up experience"."""


def _public(token: LightToken, before: str) -> bool:
    following = _next(token).lower_
    if before in {"the", "american", "british", "canadian", "general", "travelling", "traveling", "wider"}:
        return following not in _PUBLIC_THINGS
    if following in {"facing", "-"} or before == "of":
        return following not in _PUBLIC_THINGS
    return following in {"inquiries", "enquiries", "safety", "needs", "trust", "complaints"}


def _is_quality(token: LightToken) -> bool:
    return token.dep_ in {"acomp", "amod", "oprd"} or (
        _next(token).lower_ in {"and", ","} and token.tag_.startswith("JJ")
    )


def _follows_of(token: LightToken) -> bool:
    """Tell whether "members of ..." names a team rather than the public."""
    following = _next(token)
    if following.lower_ != "of":
        return False
    rest = token.doc.lowers[following.i + 1 : following.i + 5]
    return not any(word in {"public", "community", "society", "parliament"} for word in rest)


def _agency(doc: LightDoc) -> bool:
    """Tell whether "our client" is the employer in an agency's advertisement."""
    return not {"seeking", "seeks", "recruiting", "hiring", "looking", "prioritizes", "requires"}.isdisjoint(doc.lowers)


def _next(token: LightToken) -> LightToken:
    return token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
