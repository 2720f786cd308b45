"""Tells whether a text is English; other languages are named, so that they can be declined by name."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_FUNCTION_WORDS = frozenset(
    "the and of to in a for with is are be will you we our your on as that this or by an have from it not at which who "
    "must can their they all other any such".split()
)
_ENGLISH_SHARE = 0.12
"""Share of function words that English prose and bullets reach."""
_SURE = 0.9
"""Probability from which the library's guess is believed."""
_FEW = 12
"""Words below which a Latin text is not judged: a list of names and tools is in no language."""
_PASSAGE = 25
"""Words of a passage that is judged by itself: a text may have parts in two languages."""
_READ = 20_000
_WORD = re.compile(r"[^\W\d_]+")
_FAR = re.compile(r"[^\x00-\u02ff]")
"""Letters and marks beyond those of Latin scripts."""
_LINE_END = re.compile(r"\n|(?<=[.!?])\s")
_FEW_SAID = 4
"""Words below which what somebody said is not judged."""
_OWN_SMALL_WORDS = frozenset(
    "the and of for with are you we our your this or by have from which who they their what when where how my "
    "that it's i'm don't them it make makes keep do does work".split()
)
"""Small words of English that hardly any other language in Latin letters has."""
_SCRIPTS = {
    "CYRILLIC": "Russian or another language in Cyrillic letters",
    "CJK": "Chinese",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "HANGUL": "Korean",
    "ARABIC": "Arabic or another language in Arabic letters",
    "HEBREW": "Hebrew",
    "GREEK": "Greek",
    "DEVANAGARI": "Hindi or another language in Devanagari letters",
    "THAI": "Thai",
}
_UKRAINIAN = frozenset("їєґ")
_NAMES = {
    "de": "German", "fr": "French", "es": "Spanish", "pt": "Portuguese", "it": "Italian", "nl": "Dutch", "pl": "Polish",
    "sv": "Swedish", "da": "Danish", "no": "Norwegian", "nb": "Norwegian", "nn": "Norwegian", "fi": "Finnish",
    "cs": "Czech", "sk": "Slovak", "hu": "Hungarian", "ro": "Romanian", "tr": "Turkish", "hr": "Croatian",
    "sl": "Slovenian", "et": "Estonian", "lv": "Latvian", "lt": "Lithuanian", "ca": "Catalan", "gl": "Galician",
    "id": "Indonesian", "ms": "Malay", "vi": "Vietnamese", "af": "Afrikaans", "is": "Icelandic", "ga": "Irish",
    "cy": "Welsh", "sq": "Albanian", "bs": "Bosnian", "sr": "Serbian", "tl": "Tagalog", "eu": "Basque",
}  # fmt: skip


def language_of(text: str) -> str | None:
    """Return the name of the language, or None where the text is English or too short to tell.

    Args:
        text: a whole job description. In a text of two languages the language of more than half of the words decides.
    """
    sample = text[:_READ]
    script = _script(sample)
    if script:
        return script
    passages = [(passage, _WORD.findall(passage.lower())) for passage in _passages(sample)]
    total = sum(len(words) for _, words in passages)
    doubtful = [(passage, len(words)) for passage, words in passages if not _is_english(words)]
    if 2 * sum(count for _, count in doubtful) <= total:
        return None  # whatever the rest is in: the library takes half a second to load
    counts: Counter[str | None] = Counter()
    for passage, count in doubtful:
        counts[_language(passage)] += count
    others = {name: count for name, count in counts.items() if name}
    if 2 * sum(others.values()) <= total:
        return None
    return max(sorted(others), key=lambda name: others[name])


def language_of_answer(text: str) -> str | None:
    """Return the name of the language of what a person said of the own work; None where it is English or a few words.

    Args:
        text: may be one short sentence: small words that only English has tell it, or that they are missing does.
    """
    if (script := _script(text[:_READ])) or len(text.split()) > _PASSAGE:
        return script or language_of(text)
    words = _WORD.findall(text.lower())
    if len(words) < _FEW_SAID or any(word in _OWN_SMALL_WORDS for word in words):
        return None
    return _language(text)


def _passages(text: str) -> Iterator[str]:
    """Cut a text into passages that are long enough to be judged and short enough to be in one language."""
    held: list[str] = []
    words = 0
    for line in _LINE_END.split(text):
        if not (held or line):
            continue
        held.append(line)
        words += len(line.split())
        if words >= _PASSAGE:
            yield "\n".join(held)
            held, words = [], 0
    if held:
        yield "\n".join(held)


def _is_english(words: list[str]) -> bool:
    """Tell whether a passage in Latin letters is English by its small words, or too short to be anything else."""
    return len(words) < _FEW or sum(word in _FUNCTION_WORDS for word in words) >= _ENGLISH_SHARE * len(words)


def _language(passage: str) -> str | None:
    """Return the language of a passage in Latin letters; None for English."""
    code, probability = _identifier().classify(passage)
    if code == "en" or probability < _SURE:
        return None
    return _NAMES.get(code, f"another language ({code})")


def _script(text: str) -> str | None:
    """Return the language of a script other than Latin, where most letters are of it."""
    far = [c for c in _FAR.findall(text) if c.isalpha()]
    if not far or 2 * len(far) <= sum(c.isalpha() for c in text):
        return None
    foreign = Counter(unicodedata.name(c, "LATIN").split(" ")[0] for c in far)
    if foreign["HIRAGANA"] + foreign["KATAKANA"]:
        return "Japanese"
    top = foreign.most_common(1)[0][0]
    if top == "CYRILLIC" and _UKRAINIAN.intersection(text.lower()):
        return "Ukrainian"
    return _SCRIPTS.get(top.split("-")[0], f"another language ({top.lower()} letters)")


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
