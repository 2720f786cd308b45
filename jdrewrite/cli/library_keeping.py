"""``jdrewrite library restore``, ``set``, ``export``, ``import``, ``verify``, ``compact``: what changes it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from jdrewrite.cli import output
from jdrewrite.cli.diagnostics import Diagnostics, WrongUsage, say
from jdrewrite.cli.library_access import FolderOption, NameArgument, known_state, opened, version_of
from jdrewrite.cli.options import known_function, known_people
from jdrewrite.language.counted import counted


def restore(
    name: NameArgument,
    version: Annotated[int, typer.Argument(metavar="VERSION", help="Number of the version.", min=1)],
    out: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="OUT", help="Write it to this file; - writes to standard output."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite OUT if it is there.")] = False,
    library: FolderOption = None,
) -> None:
    """Get an earlier version back, byte for byte: into a file with -o, else as the library's latest version."""
    from jdrewrite.documents.files import save
    from jdrewrite.errors import OutputExists

    with opened(library) as found:
        stored = found.document(name)
        document = version_of(found, stored.id, version)
        if out == "-":
            output.raw(document.source)
        elif out is not None:
            if Path(out).exists() and not force:
                raise OutputExists(out, "it is there already", "choose another name, or overwrite it with --force")
            save(Path(out), document.source)
            say(f"written to {out}")
        elif version == stored.latest.number:
            say(f"{stored.title}: version {version} is the latest already")
        else:
            put = found.put(document, origin="restored", of=stored.id, parent=version)
            say(f"{stored.title}: version {put.version} is version {version} again")


def set_(
    name: NameArgument,
    state: Annotated[
        str | None, typer.Option(metavar="STATE", help="draft, review, agreed, published or archived.")
    ] = None,
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why, for the history.")] = "",
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="Write a note.")] = None,
    lock: Annotated[bool | None, typer.Option("--lock/--unlock", help="Keep others from changing it, or not.")] = None,
    function: Annotated[
        str | None,
        typer.Option(metavar="FUNCTION", help="The function that you know better; '' lets the text tell it again."),
    ] = None,
    serves: Annotated[
        str | None,
        typer.Option(metavar="WORD", help="Whom it serves, a plural; '' lets the text tell it again."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Unlock what somebody else has locked.")] = False,
    library: FolderOption = None,
) -> None:
    """Set the state of a document, its function or whom it serves, write a note, lock or unlock it."""
    if state is None and note is None and lock is None and function is None and serves is None:
        raise WrongUsage("set", "nothing is to be set", "add --state, --function, --serves, --note, --lock or --unlock")
    chosen: Any = known_state(state) if state is not None else None
    told = known_function(function) if function else ""
    people = known_people(serves) if serves else ""
    with opened(library) as found:
        document = found.document(name).id
        if lock is False:
            found.unlock(document, force=force)
        if function is not None:
            found.set_settings(document, function=told)
        if serves is not None:
            found.set_settings(document, serves=people)
        if chosen is not None:
            found.set_state(document, chosen, reason)
        if note is not None:
            found.add_note(document, note)
        if lock:
            found.lock(document, reason)
        now = found.document(document)
        say(f"{now.title} ({now.id}) is {now.state}{f', locked by {now.lock.who}' if now.lock else ''}")


def export(
    out: Annotated[str, typer.Argument(metavar="OUT", help="A new file that ends in .zip or .jsonl.")],
    names: Annotated[list[str] | None, typer.Argument(metavar="[NAME]", help="Documents; all unless told.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite OUT if it is there.")] = False,
    library: FolderOption = None,
) -> None:
    """Write documents with versions, decisions and history into one file: a zip, or lines of JSON."""
    from jdrewrite.library.exporting import export as write

    with opened(library) as found:
        count = write(found, Path(out), names or (), force=force)
        say(f"{counted(count, 'document')} written to {out}")


def import_(
    file: Annotated[str, typer.Argument(metavar="FILE", help="What 'library export' wrote.")],
    library: FolderOption = None,
) -> None:
    """Take in what 'library export' wrote; what is there already is not taken twice."""
    from jdrewrite.library.importing import bring_in

    with opened(library, create=True) as found:
        got = bring_in(found, Path(file))
        say(
            f"{counted(got.documents, 'new document')}, {counted(got.versions, 'new version')}, "
            f"{got.entries} entries taken in, {got.known} known already"
        )


def verify(library: FolderOption = None) -> None:
    """Read every line and every text, both copies, and mend what can be mended. Exit code 1: something is lost."""
    from jdrewrite.library.maintenance import verify as look

    with opened(library) as found:
        seen = look(found)
        page = output.Page()
        page.line(
            f"{counted(seen.documents, 'document')}, {counted(seen.versions, 'version')}, "
            f"{counted(seen.decisions, 'decision')}, {counted(seen.texts, 'text')}, "
            f"{counted(seen.lines, 'line')} of the journal read."
        )
        for lost in seen.lost:
            page.line((f"Lost: {lost}", "red"))
        if not seen.lost:
            page.line(f"{len(seen.mended)} damaged and mended." if seen.mended else "Everything is whole, twice.")
    log = Diagnostics()
    if seen.lost:
        log.failed(f"{counted(len(seen.lost), 'thing')} of the library are lost; take them from a backup or an export.")
    log.finish()


def compact(library: FolderOption = None) -> None:
    """Make the library smaller: drop what the stores hold from the journal, older copies, texts without a version."""
    from jdrewrite.library.maintenance import compact as shrink

    with opened(library) as found:
        before, after = shrink(found)
        told = f"{before:,} bytes before, {after:,} after"
        say(told if after < before else f"{told}: it was as small as it gets")
