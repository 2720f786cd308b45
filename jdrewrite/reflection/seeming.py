"""Whether an answer surely is what it seems to be: only then is it joined to other words.

"Empty plates" may be a thing or an act, "Lead mechanic" an order or a trade. What could be either is told behind a
colon, where every answer stands as it was said.
"""

from __future__ import annotations

import re

from jdrewrite.language.parse import Parse, Token, parse

_LEAD = "This is what is meant: "
_READ = {"VB": frozenset({"VB", "VBP", "VBD"}), "VBZ": frozenset({"VBZ"})}
"""How a verb may be read where nothing stands before it."""
_NAMES = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_DOUBT = re.compile(
    r"(?:well,? |hm+,? )?(?:(?:i am |i['’]?m )?(?:not|un)(?: (?:so|really|quite))? ?sure|(?:i )?(?:really )?"
    r"(?:don['’]?t|do not) (?:really )?know|(?:i )?(?:have )?no (?:idea|clue)|(?:it )?depends|"
    r"(?:hard|difficult) to (?:say|tell)|good question|who knows|maybe|perhaps|possibly|not|no(?! one)|none|\?+)(?!\w)",
    re.IGNORECASE,
)
_LEFT_OFF = re.compile(
    r"\b(?:(?:would|could|should|do|does|did|is|are|was|were|wo|ca|might|have|has|had)(?:n['’]t| not)"
    r"|would|could|might|do|does|did|will|can)$",
    re.IGNORECASE,
)
_FEW = 4
"""Words up to which a sentence that ends so tells nothing by itself; "I do what others would" does."""
_SENTENCE_END = re.compile(r"(?<=[\w'’]\w)[.!?;](?=\s|$)")


def is_doubt(words: str) -> bool:
    """Tell whether an answer says no, or that the person does not know: "Not sure, to be honest"."""
    return bool(_DOUBT.match(words.strip()))


def leaves_off(words: str) -> bool:
    """Tell whether the first sentence of an answer needs its question to be understood: "They wouldn't."."""
    first = _SENTENCE_END.split(words.strip(), maxsplit=1)[0].rstrip()
    return len(first.split()) <= _FEW and bool(_LEFT_OFF.search(first))


def is_thing(words: str) -> bool:
    """Tell whether an answer surely names somebody or something, so that "for" or "through" can stand before it."""
    lead = "We know "
    parsed = parse(f"{lead}{words.rstrip('.;,:!?')}.")
    first, head = _first(parsed, lead), next((t for t in parsed.tokens if t.dep in {"dobj", "nsubj"} and t.i > 1), None)
    return first is not None and head is not None and head.pos in _NAMES and first.pos != "ADV" and first.tag != "IN"


def is_clipped(words: str) -> bool:
    """Tell whether a sentence begins as notes do, without an article: "line stops"."""
    lead = "Then "
    parsed = parse(lead + words[:1].lower() + words[1:])
    subject = next((t for t in parsed.tokens if t.dep in {"nsubj", "nsubjpass"}), None)
    return subject is not None and subject.start == len(lead) and subject.pos == "NOUN" and subject.tag == "NN"


def is_act(words: str, form: str) -> bool:
    """Tell whether an answer surely begins with a verb: read alone it does so too, and what is done is plainly told.

    Args:
        words: with their first word in lower case.
        form: ``VB`` as after "they", ``VBZ`` as after "she".
    """
    lead = "They will " if form == "VB" else "She "
    behind, alone = parse(lead + words), parse(f"{_LEAD}{words.rstrip('.;,:!?')}.")
    first = _first(behind, lead)
    if first is None or len(words.split()) == 1:
        return False
    seen = _first(alone, _LEAD)
    return first.tag == form and seen is not None and seen.tag in _READ[form] and not _bare(behind, first)


def _bare(parsed: Parse, verb: Token) -> bool:
    """Tell whether one thing stands behind the word with nothing before it: "lead mechanic" is a person."""
    following = next((t for t in parsed.tokens if t.i == verb.i + 1), None)
    return following is not None and following.tag in {"NN", "NNP"} and following.dep == "dobj"


def _first(parsed: Parse, lead: str) -> Token | None:
    return next((t for t in parsed.tokens if t.start == len(lead)), None)
