"""Words that look like praise and narrow the duty all the same: "existing tools", "multidisciplinary teams"."""

from __future__ import annotations

import re

from jdrewrite.model import Fact
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.texts import Text

_ROWS: tuple[tuple[str, str], ...] = (
    (r"existing(?= \w)", r"exist\w*|current\w*|already|today|in place|present\w*|now|have|has|established|in use|as (?:it|they) (?:is|are|stand)|old|there (?:is|are)|incumbent"),
    (r"multi-?disciplinary|interdisciplinary|cross-?disciplinary", r"disciplin\w*|cross\W?function\w*|(?:many|several|different|various|mixed|all|more than one)\b[^.;,]{0,20}(?:fields?|trades?|kinds?|skills?|professions?|backgrounds?|specialisms?|areas?|sorts?|subjects?)|multi\w*"),
    (r"ground-?breaking|pioneering|trail-?blazing", r"ground\w*|pioneer\w*|trail\w*|new|first|innovat\w*|novel|lead\w*|cutting|edge|frontier\w*|before|original"),
    (r"in-person|face-to-face", r"in[- ]person|face|meet\w*|on[- ]site|personal\w*"),
    (r"our (?:very )?first", r"our (?:very )?first|first [^.;,]{1,40}\b(?:we|of ours|here|our)|before|until now|so far|no one|nobody|pioneer\w*|new"),
    (r"long-term", r"long\w*|last\w*|years|lifelong|endur\w*|future|sustain\w*|distant|ahead"),
    (r"short-term", r"short\w*|near\w*|soon|immediate\w*|brief"),
    (r"upcoming", r"upcoming|coming|come|next|future|ahead|soon|forthcoming|planned|later|will|plans?"),
    (r"sustainable", r"sustain\w*|last\w*|endur\w*|environment\w*|long\w*|hold\w*|keep\w*|green|stay\w*|kept"),
    (r"inclusive", r"inclu\w*|everyone|everybody|welcom\w*|belong\w*|all|every|takes? in|accessib\w*|nobody|no one"),
    (r"first-?hand", r"first\w*|direct\w*|own|personal\w*|yourself|themselves|in person"),
)  # fmt: skip
"""What narrows, and what says the same; one row a quality."""
_QUALITIES = tuple(
    (re.compile(rf"\b(?:{quality})\b", re.IGNORECASE), re.compile(rf"\b(?:{again})\b", re.IGNORECASE))
    for quality, again in _ROWS
)


def compare(before: Text, after: Text) -> Outcome:
    """Find what narrowed a word of the duty and is said nowhere in the rewrite."""
    return Outcome(
        lost=[
            Fact(check="qualifications", text=match.group(), start=match.start(), end=match.end())
            for quality, again in _QUALITIES
            for match in quality.finditer(before.text)
            if not before.droppable(match.start()) and not again.search(after.text) and not quality.search(after.text)
        ]
    )
