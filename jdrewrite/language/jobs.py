"""Tells whether a few words name a job: "Deputy Registrar (part-time)" does, "Career Opportunities" does not.

The noun at the end of a title's head is the name of an occupation; ``words_data/job_nouns.txt`` holds those with which
O*NET's titles end (made by ``tools/job_nouns.py``).
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from jdrewrite import resources

_MOST = 16
"""Words; longer texts are sentences."""
_TOKEN = re.compile(r"[\w-]*\d[\w-]*|[a-z][a-z'\u2019.-]*[a-z]|[a-z]|[^\w\s]")
_ENDS_A_HEAD = frozenset("of for to in at with on and or as by i ii iii iv v vi sr jr level grade".split())
"""What stands behind the noun of a title's head, besides signs and numbers."""
_OF_A_SENTENCE = frozenset(
    "a an the our your my we you i is are be this that how what why find meet ask become no not".split()
)
"""Words of a link or a sentence: "Find a Doctor", "Meet the Director"."""
_OTHER_NOUNS = frozenset(
    "nurse chief executive deputy professional veterinarian pharmacist head lead justice chair chairperson trustee "
    "volunteer trainee student hospitalist millwright roofer journeyman bartender barber companion locksmith arborist "
    "storyteller strategist vp svp evp ceo cfo coo cto cio ciso".split()
)
"""Occupations that O*NET's titles have at other places as well, and ranks."""
_LED_BY = frozenset("director manager head vp chief engineer specialist analyst supervisor".split())
"""Nouns with which a title may begin: "Director Customer Success"."""
_RANKS = frozenset("sr senior junior lead associate assistant deputy principal experienced".split())


_TIME = r"(?:full|part)(?:(?: or | ?/ ?|-)(?:full|part))?[- /]?time"
_WORKING_TIME = re.compile(
    rf"(?:\s*[-\u2013\u2014|,]\s*|\s+)(?:(?:could|can|may) be )?\b{_TIME}(?:/\w+)?"
    rf"(?=\s*(?:$|\(|\s[-\u2013\u2014|]\s)).*|\s*[(\[][^()\[\]]*\b{_TIME}\b[^()\[\]]*[)\]](?=\s*(?:$|[-\u2013\u2014|]\s)).*",
    re.IGNORECASE,
)
"""Working time behind a title, with what stands behind it in turn: "Cook (part-time) - Harbour Inn"."""


def without_working_time(title: str) -> str:
    """Return a title without the hours behind it, and without the employer or place behind those.

    Args:
        title: as it stands in a heading; one that would be left without a job stays as it is.
    """
    bare = _WORKING_TIME.sub("", title, count=1).strip()
    return bare if bare and mentions_a_job(bare) else title


@cache
def job_nouns() -> frozenset[str]:
    """Return nouns in lower case and in the singular with which titles of jobs end."""
    return frozenset(resources.words("job_nouns.txt").read_text(encoding="utf-8").split()) | _OTHER_NOUNS


def names_a_job(text: str) -> bool:
    """Tell whether a line could be the title of a job.

    Args:
        text: one line, such as a heading or a file's name made readable.
    """
    tokens = _TOKEN.findall(text.lower())
    words = [token for token in tokens if token[0].isalpha()]
    if not words or len(words) > _MOST or text.rstrip().endswith((".", "!", "?")) or _says_a_sentence(words):
        return False
    if len(words) > 1 and next((word for word in words if word not in _RANKS), "") in _LED_BY:
        return True
    return any(_is_occupation(word, len(words)) and _ends_head(after) for word, after in pairwise([*tokens, ""]))


def mentions_a_job(text: str) -> bool:
    """Tell whether the name of an occupation stands anywhere in a line: "Market Analyst Internship"."""
    return any(_is_occupation(token, 2) for token in _TOKEN.findall(text.lower()))


def _says_a_sentence(words: list[str]) -> bool:
    return not _OF_A_SENTENCE.isdisjoint(words[:1]) or any(word in {"a", "an", "your", "our"} for word in words)


def _is_occupation(word: str, words: int) -> bool:
    noun = word.rpartition("-")[2]
    return noun in job_nouns() or (words > 1 and noun.endswith("s") and noun[:-1] in job_nouns())


def _ends_head(after: str) -> bool:
    return not after[:1].isalpha() or after in _ENDS_A_HEAD or any(c.isdigit() for c in after)
