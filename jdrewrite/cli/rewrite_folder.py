"""``jdrewrite rewrite DIR -o OUT``: every job description of a folder, in one of the same shape, with a summary."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jdrewrite.cli import model_run, output, rewritten_file
from jdrewrite.cli.diagnostics import Diagnostics, WrongUsage, say
from jdrewrite.cli.progress import ProgressBar
from jdrewrite.cli.rewrite_options import Target, Wish
from jdrewrite.errors import OutputError, OutputExists
from jdrewrite.language.counted import counted

if TYPE_CHECKING:
    from jdrewrite.model import Document
    from jdrewrite.revision import Revision

SUMMARY = "summary.md"
Revised = list[tuple["Document", "Revision"]]


def is_folder(files: list[str]) -> bool:
    """Tell whether one folder was named.

    Raises:
        WrongUsage: a folder was named beside other things.
    """
    folders = [file for file in files if Path(file).is_dir()]
    if folders and len(files) > 1:
        raise WrongUsage(folders[0], "a folder is rewritten alone", "call rewrite once for each folder")
    return bool(folders)


def rewrite_folder(folder: str, wish: Wish, target: Target) -> None:
    """Rewrite every job description below a folder, and write a summary beside the results.

    A file that cannot be read or written is told and left out; the others go on.

    Raises:
        WrongUsage: no folder for the results, or the same one.
        typer.Exit: something could not be read or written.
    """
    from jdrewrite.audit.addresses import refuse_to_write
    from jdrewrite.cli.rewrite_places import Places
    from jdrewrite.documents.formats import format_named

    refuse_to_write("-o", target.out)
    results = _results(folder, target.out)
    files = files_in(folder, target.out)
    chosen = format_named(target.to) if target.to else None
    places = Places(folder, files, chosen, SUMMARY)
    log = Diagnostics()
    lines: list[str] = []
    several: list[str] = []
    with model_run.opened(wish.proposer) as run, ProgressBar(len(files)) as bar:
        found = run.ahead(files, wish, log)
        for path, group in groupby(found, key=lambda each: each[0]):
            revised = _revised(group, wish, run, log)
            if revised:
                with log.go_on(path):
                    inside = places.of(path, revised[0][0].format)
                    place = _write(revised, results / inside, chosen, target)
                    lines += [_line(document, revision, inside) for document, revision in revised]
                    for document, revision in revised:
                        for told in rewritten_file.remarks(document, revision, str(place), target.to):
                            say(f"{document.path}: {told}")
                several += [f"- `{d.path}`: {r.before.several}." for d, r in revised if r.before.jobs]
            bar.step(())
    if several:
        say(f"{counted(len(several), 'text')} with several jobs in one; each was rewritten as one job")
    _summary(results, folder, lines, several, log, force=target.force)
    log.finish()


def files_in(folder: str, out: str | None) -> list[str]:
    """Return the job descriptions below a folder, without those of an earlier result that lies in it."""
    from jdrewrite.cli.sources import survey

    return survey([folder], leave_out=[Path(out)] if out else [])


def _revised(found: Iterable[model_run.Ready], wish: Wish, run: model_run.Run, log: Diagnostics) -> Revised:
    """Return the job descriptions of one file with their proposals; one that fails is told and left out."""
    from jdrewrite.project import settings_for
    from jdrewrite.revision import revise

    revised: Revised = []
    for path, document, function, before in found:
        with run.go_on(document.path, log):
            options = {**run.options(before), "settings": settings_for(path), "function": function}
            revision = revise(document, accept=wish.accept, **options)
            revised.append((document, revision))
            run.told(document.path, revision, log)
    return revised


def _results(folder: str, out: str | None) -> Path:
    """Return the folder for the results.

    Raises:
        WrongUsage: none is named, or the one of the originals.
        OutputError: it is a file.
    """
    if out is None or out == "-":
        raise WrongUsage("-o", "a folder is rewritten into a folder", "name one with -o")
    if Path(out).resolve() == Path(folder).resolve():
        raise WrongUsage("-o", "the results would lie among the originals", "name another folder")
    if Path(out).is_file():
        raise OutputError(out, "it is a file", "name a folder")
    return Path(out)


def _write(revised: Revised, place: Path, to: str | None, target: Target) -> Path:
    """Write the job descriptions of one file to its place; a format that is only read becomes the one it becomes.

    What an interrupted run wrote there already stays: it is done.
    """
    from jdrewrite.documents import write_all
    from jdrewrite.documents.files import make_folder
    from jdrewrite.formats import FORMATS

    chosen = to or FORMATS[revised[0][0].format].instead or None
    make_folder(place.parent)
    changed: list[Any] = [(document, revision.edits) for document, revision in revised]
    tracking = target.tracking
    if place.is_file() and not target.force and _says_the_same(place, changed, chosen, target):
        return place
    return write_all(changed, place, force=target.force, format=chosen, clean=tracking is None, tracking=tracking)


def _says_the_same(place: Path, changed: list[Any], chosen: str | None, target: Target) -> bool:
    """Tell whether a file has the text that would be written; the dates of its tracked changes are others."""
    from jdrewrite.documents import read_all_bytes, render_all
    from jdrewrite.errors import JdrewriteError

    def text(data: bytes) -> list[list[str]]:
        return [[block.text for block in each.blocks] for each in read_all_bytes(data, place.name)]

    try:
        data = place.read_bytes()
        wanted = render_all(changed, chosen, tracking=target.tracking)
        return data == wanted or text(data) == text(wanted)
    except (OSError, JdrewriteError):
        return False


def _line(document: Document, revision: Revision, place: Path) -> str:
    row = f"#{document.path.rpartition('#')[2]}" if document.place and "#" in document.path else ""
    kinds = [p.kind for p in revision.proposals if p.id in revision.accepted]
    waiting = sum(p.kind == "add" for p in revision.proposals)
    title = " ".join(document.title.split()).replace("|", "\\|")
    scores = f"{revision.before.score.total:g} | {revision.after.score.total:g}"
    counts = f"{kinds.count('reframe')} | {kinds.count('connect')} | {waiting}"
    return f"| {title} | {place.as_posix()}{row} | {scores} | {counts} |"


def _summary(
    results: Path, folder: str, lines: list[str], several: list[str], log: Diagnostics, *, force: bool
) -> None:
    from jdrewrite.documents.files import make_folder, save
    from jdrewrite.documents.report import GENERATOR

    told = (
        f"{counted(len(lines), 'job description')}; every change passed the verifier. Lines to agree are proposals for "
        "new duties and rights: they are not applied, and need the manager's word."
    )
    columns = "| title | file | score before | after | reframed | connected | to agree |"
    head = [f"# Rewritten from {folder}", "", told, "", columns, "| --- | --- | --: | --: | --: | --: | --: |"]
    failed = [f"- `{path}`: {error.reason}; {error.way_out}." for path, error in log.errors]
    parts = [*head, *lines]
    if several:
        parts += ["", "## Several jobs in one text", "", "Rewritten as one job; give each a file of its own.", ""]
        parts += several
    if failed:
        parts += ["", "## Not rewritten", "", *failed]
    text = "\n".join([*parts, "", f"<!-- {GENERATOR} -->"])
    place = results / SUMMARY
    whole = (text + "\n").encode("utf-8", "replace")
    with log.go_on(str(place)):
        if place.is_dir():
            raise OutputError(str(place), "it is a folder, and the summary has this name", "name another folder")
        if place.exists() and not force and place.read_bytes() != whole:
            raise OutputExists(str(place), "it is there already", "name another folder, or add --force")
        make_folder(results)
        save(place, whole)
        say(f"{counted(len(lines), 'job description')} in {results}; {place} tells what was done")
    output.flush()
