"""The job descriptions of the examples, as routing needs them."""

from functools import cache
from pathlib import Path

import jdrewrite
from jdrewrite.voice.jobs import job_of
from jdrewrite.voice.routing import Job

EXAMPLES = Path(__file__).parents[2] / "examples"


@cache
def jobs() -> tuple[Job, ...]:
    paths = sorted(p for kind in ("word", "markdown", "text") for p in (EXAMPLES / kind).iterdir())
    return tuple(job_of(jdrewrite.analyse(jdrewrite.read(path)), str(path.relative_to(EXAMPLES))) for path in paths)


def jobs_in(folder: Path, root: Path) -> tuple[Job, ...]:
    """The job descriptions of a folder, with their paths from the root."""
    paths = sorted(folder.glob("*.md"))
    return tuple(job_of(jdrewrite.analyse(jdrewrite.read(path)), path.relative_to(root).as_posix()) for path in paths)
