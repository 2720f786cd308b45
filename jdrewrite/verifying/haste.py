"""Words that promise that something is done or comes soon, or at once: one list for all who ask.

Whoever signs "promptly" is held to it. What the original says in other words of the same strength is kept and not
promised: "in a timely manner" may become "promptly", but not "at once".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdrewrite.verifying.texts import Text

_SOON, _NOW = 1, 2
ON_THE_SPOT = "on the spot"
"""Of a duty this says where it is done, or what somebody may settle; of those served, when they get something."""
_WHOEVER = r"(?:it|they|she|he|someone|somebody|an?|the|their)"
_WORDS = {
    _NOW: (
        r"immediate(?:ly)?|instant(?:ly|aneous(?:ly)?)?|straight ?away|right away|at once|this instant|on the dot|"
        rf"{ON_THE_SPOT}|then and there|there and then|the (?:very )?(?:moment|minute|instant|second)(?= (?:that )?{_WHOEVER}\b)"
    ),
    _SOON: (
        r"prompt(?:ly)?|without (?:any |undue |further |needless |unnecessary )?delays?|in short order|"
        r"in a timely (?:manner|fashion|way)"
    ),
}
_FOUND = tuple((strength, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for strength, words in _WORDS.items())
_SAID = (
    (_NOW, re.compile(r"\basap\b|\bas soon as possible\b|\breal[- ]time\b|\bemergenc\w+", re.IGNORECASE)),
    (
        _SOON,
        re.compile(
            r"\b(?:timely|on time|in time|punctual\w*|deadlines?|schedule\w*|soon|urgent\w*|expedit\w+|quick\w*|swift\w*|"
            r"speed\w*|fast\w*|rapid\w*|rush\w*|same[- ]day)\b",
            re.IGNORECASE,
        ),
    ),
)
"""Other words of an original that say as much."""
_IN_PERSON = re.compile(r"\bin[- ]person\b|\bface[- ]to[- ]face\b|\bon[- ]site\b|\bpersonally\b", re.IGNORECASE)


def promised(before: Text, after: Text) -> Iterator[re.Match[str]]:
    """Yield the words of haste that go beyond what the original says, in order of strength."""
    had = _strength(before)
    for strength, pattern in _FOUND:
        for match in pattern.finditer(after.text) if strength > had else ():
            in_person = match.group().lower() == ON_THE_SPOT and _IN_PERSON.search(before.text)
            if not in_person and not _is_other_word(after, match):
                yield match


def _strength(text: Text) -> int:
    found = [strength for strength, pattern in _SAID if pattern.search(text.text)]
    found += [s for s, pattern in _FOUND if any(not _is_other_word(text, m) for m in pattern.finditer(text.text))]
    return max(found, default=0)


def _is_other_word(text: Text, match: re.Match[str]) -> bool:
    """Tell whether "prompt" is a verb or a thing: "prompt customers to pay", "write prompts"."""
    token = text.parse.at(match.start())
    return match.group().lower() == "prompt" and token is not None and token.pos != "ADJ"
