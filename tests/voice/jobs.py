"""The job descriptions of the examples, as routing needs them."""

from functools import cache
from pathlib import Path

import jdrewrite
from jdrewrite.voice.routing import Job, words_of

EXAMPLES = Path(__file__).parents[2] / "examples"


@cache
def jobs() -> tuple[Job, ...]:
    found = []
    for path in sorted(p for kind in ("word", "markdown", "text") for p in (EXAMPLES / kind).iterdir()):
        seen = jdrewrite.analyse(jdrewrite.read(path))
        texts = [s.text for s in seen.statements if s.section in {"purpose", "duties"}]
        found.append(
            Job(str(path.relative_to(EXAMPLES)), seen.title, seen.function[0].name, words_of([seen.title, *texts]))
        )
    return tuple(found)
