"""``jdrewrite label``: the labels of single statements, for measuring the analysis."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Annotated

import msgspec
import typer

from jdrewrite.cli import output
from jdrewrite.cli.diagnostics import Diagnostics
from jdrewrite.cli.jsonl import Bad, decoded
from jdrewrite.cli.shapes_lines import BadLine, LabelledLine, SectionedLabels
from jdrewrite.language.counted import counted

TOGETHER = 64
"""Lines labelled at a time: the parser is faster on some at once, and the output still streams."""


class Text(msgspec.Struct, frozen=True):
    """One line of input."""

    id: str | int
    text: str
    title: str | None = None


def label(
    file: Annotated[
        str, typer.Argument(metavar="[FILE]", help='Lines {"id", "title", "text"}; - reads standard input.')
    ] = "-",
) -> None:
    """Label single statements: JSON lines in, one line {"id", "labels"} out for each, in order."""
    log = Diagnostics()
    bad = 0
    for result in _labelled(decoded(file, Text)):
        bad += isinstance(result, BadLine)
        output.json_line(result)
    if bad:
        log.failed(f"{file}: {counted(bad, 'line')} could not be used; what is wrong stands in the output.")
    log.finish()


def _labelled(lines: Iterable[Text | Bad]) -> Iterator[LabelledLine | BadLine]:
    """Yield a result for each line, the bad ones in their places."""
    from jdrewrite.analysis import label as label_all

    waiting = iter(lines)
    while chunk := list(islice(waiting, TOGETHER)):
        good = [line for line in chunk if isinstance(line, Text)]
        results = label_all({"id": "", "title": line.title or "", "text": line.text} for line in good)
        for line in chunk:
            if isinstance(line, Bad):
                yield BadLine(id=line.id, error=line.error)
            else:
                labels = msgspec.convert(next(results)["labels"], SectionedLabels)
                yield LabelledLine(id=line.id, labels=labels)
