"""``jdrewrite verify``: the verdict on anyone's rewrite."""

from typing import Annotated

import msgspec
import typer

from jdrewrite.cli import documents_json, inputs, output, text_verdict, two_texts
from jdrewrite.cli.diagnostics import Diagnostics, WrongUsage
from jdrewrite.cli.input_lines import lines
from jdrewrite.cli.jsonl import Bad, decoded
from jdrewrite.cli.options import Format, FormatOption, ServesOption
from jdrewrite.cli.shapes_lines import BadLine
from jdrewrite.cli.text_check import unit
from jdrewrite.language.counted import counted
from jdrewrite.model import Verdict


class Pair(msgspec.Struct, frozen=True):
    """One line of input: a statement and its rewrite; ``original`` is null for a line that is new."""

    id: str | int
    original: str | None
    rewrite: str


def verify(
    original: Annotated[str | None, typer.Argument(metavar="ORIGINAL", help="The job description as it was.")] = None,
    rewrite: Annotated[str | None, typer.Argument(metavar="REWRITE", help="The job description as rewritten.")] = None,
    jsonl: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help='Verify single statements: lines {"id", "original", "rewrite"}; - reads standard input.',
        ),
    ] = None,
    agreed: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="New lines that the manager agreed to, one a line; any other is in doubt. - reads stdin.",
        ),
    ] = None,
    serves: ServesOption = None,
    format: FormatOption = Format.text,  # noqa: A002 - the user's word for it
) -> None:
    """Judge a rewrite, whoever wrote it: which facts of the original were lost, changed, or invented.

    A new line is a duty, a right or a ban that the original has not: unless it is agreed, the verdict is in doubt.

    Exit code 0: it passed. 1: it did not, or a line of a JSONL run could not be used.
    """
    if jsonl is not None:
        if serves is not None:
            raise WrongUsage("--serves", "it is for two files", "leave out --jsonl")
        if agreed is not None:
            raise WrongUsage("--agreed", "it is for two files", "leave out --jsonl")
        if original is not None:
            raise WrongUsage("--jsonl", "two files were named as well", "name either two files or --jsonl")
        _lines(jsonl)
    elif original is None or rewrite is None:
        raise WrongUsage("verify", "it compares two files", "name ORIGINAL and REWRITE, or give --jsonl FILE")
    else:
        _files(original, rewrite, agreed, serves or "", format)


def _files(original: str, rewrite: str, agreed: str | None, serves: str, chosen: Format) -> None:
    import jdrewrite

    inputs.stdin_once([original, rewrite, *([agreed] if agreed is not None else [])])
    before, after = inputs.document(original).serving(serves), inputs.document(rewrite)
    verdict = jdrewrite.verify_documents(before, after, agreed=_agreed(agreed))
    if chosen is Format.json:
        output.json(documents_json.verified(original, rewrite, verdict))
    else:
        page = output.Page()
        if not verdict.passed and (said := two_texts.told(before, after)):
            page.line((f"{said}. Is the right file named?", "yellow"))
        text_verdict.show(page, verdict, (unit(before), unit(after)))
    if not verdict.passed:
        log = Diagnostics()
        told = "; ".join(part for part in (text_verdict.counts(verdict), _new_lines(verdict)) if part)
        log.failed(f"{rewrite}: the rewrite did not pass: {told}.")
        log.finish()


def _agreed(path: str | None) -> list[str]:
    """Return the lines of a file, without the signs of a list."""
    if path is None:
        return []
    return [raw.decode("utf-8", "replace").strip().lstrip("-*•+ ") for _, raw in lines(path, "the agreed lines")]


def _new_lines(verdict: Verdict) -> str:
    """Return how many whole lines are new, and what to do about them."""
    new = sum(text_verdict.is_new_line(fact) for fact in verdict.invented)
    advice = "once the manager agreed, name such lines in a file for --agreed"
    return f"{counted(new, 'new line')} that nobody agreed to: {advice}" if new else ""


def _with_words(path: str, line: Pair | Bad) -> Pair | Bad:
    """Return a line of input; one whose original says nothing cannot be judged."""
    if isinstance(line, Bad) or line.original is None or any(c.isalnum() for c in line.original):
        return line
    name = "standard input" if path == inputs.STDIN else path
    return Bad(line.id, f"{name}: there are no words in the original; give its text, or null where the line is new")


def _lines(path: str) -> None:
    import jdrewrite

    log = Diagnostics()
    bad = 0
    for line in (_with_words(path, line) for line in decoded(path, Pair)):
        if isinstance(line, Bad):
            bad += 1
            output.json_line(BadLine(id=line.id, error=line.error))
            continue
        met = len(log.errors)
        with log.go_on(f"{path}: {line.id}"):
            verdict = jdrewrite.verify(line.original, line.rewrite)
            output.json_line(documents_json.verified_line(line.id, verdict))
        for _, error in log.errors[met:]:
            output.json_line(BadLine(id=line.id, error=str(error)))
    if bad:
        log.failed(f"{path}: {counted(bad, 'line')} could not be used; what is wrong stands in the output.")
    log.finish()
