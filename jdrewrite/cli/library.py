"""``jdrewrite library``: what was kept of job descriptions, their versions and the decisions on them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from jdrewrite.cli import output
from jdrewrite.cli.diagnostics import Diagnostics, WrongUsage, say
from jdrewrite.cli.options import Format, FormatOption, near
from jdrewrite.cli.plain import counted, encodable

if TYPE_CHECKING:
    from jdrewrite.library import Library, StoredDocument
    from jdrewrite.model import Document

library_app = typer.Typer(help="Look after the library: documents, versions, decisions.", no_args_is_help=True)

FolderOption = Annotated[
    str | None,
    typer.Option("--library", metavar="DIR", help="Folder of the library. Default: JDREWRITE_LIBRARY, or your own."),
]
NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="Id of a document, its title, or its file.")]


@contextmanager
def opened(folder: str | None, *, create: bool = False) -> Iterator[Library]:
    """Open a library, and tell at the end what was found damaged.

    Args:
        folder: None or ``default`` for the user's own.
        create: make it where there is none.

    Raises:
        LibraryError: it cannot be opened.
    """
    from jdrewrite.library import open_library

    with open_library(None if folder == "default" else folder, create=create) as library:
        try:
            yield library
        finally:
            for notice in library.notices:
                say(f"library: {notice}")


@library_app.command("list", short_help="List documents.")
def list_(
    words: Annotated[str, typer.Argument(metavar="[WORDS]", help="Only those with these words in title or path.")] = "",
    state: Annotated[list[str] | None, typer.Option("--state", help="Only those in this state; repeat it.")] = None,
    function: Annotated[str | None, typer.Option(metavar="SLUG", help="Only those of this job function.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many.")] = None,
    format: FormatOption = Format.text,  # noqa: A002 - the user's word for it
    library: FolderOption = None,
) -> None:
    """List documents, the one that changed last first: id, score, state, date, title."""
    from jdrewrite.cli import shapes_library, text_library

    wanted: Any = [_state(word) for word in state or ()]
    with opened(library) as found:
        documents = found.documents(states=wanted, function=function, words=words, limit=limit)
        if format is Format.json:
            rows = tuple(_listed(document) for document in documents)
            path = encodable(str(found.path))
            output.json(shapes_library.LibraryList(library=path, documents=rows, notices=found.notices))
        else:
            text_library.listing(output.Page(), found, documents)


@library_app.command(short_help="Show one document.")
def show(name: NameArgument, format: FormatOption = Format.text, library: FolderOption = None) -> None:  # noqa: A002
    """Show one document: versions with scores, state, notes, and the decisions that stand."""
    from jdrewrite.cli import text_library

    with opened(library) as found:
        if format is Format.json:
            _document_json(found, name)
        else:
            text_library.overview(output.Page(), found, found.document(name))


@library_app.command(short_help="Show everything that happened to one.")
def history(name: NameArgument, format: FormatOption = Format.text, library: FolderOption = None) -> None:  # noqa: A002
    """Show everything that happened to a document, oldest first: who decided what, when and why."""
    from jdrewrite.cli import text_library

    with opened(library) as found:
        if format is Format.json:
            _document_json(found, name)
        else:
            text_library.history(output.Page(), found.history(name))


@library_app.command(short_help="Show what changed between versions.")
def diff(
    name: NameArgument,
    first: Annotated[
        int | None, typer.Argument(metavar="[A]", help="Version; the one before B unless told.", min=1)
    ] = None,
    second: Annotated[int | None, typer.Argument(metavar="[B]", help="Version; the latest unless told.", min=1)] = None,
    library: FolderOption = None,
) -> None:
    """Show word by word what changed from one version of a document to another."""
    from jdrewrite.cli import text_library

    with opened(library) as found:
        after = found.version(name, second).number
        before = first if first is not None else max(1, after - 1)
        page = output.Page()
        count = text_library.changes(page, _read(found, name, before), _read(found, name, after))
        page.line(f"{counted(count, 'change')} from version {before} to {after}.")


@library_app.command(short_help="Get an earlier version back.")
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
        document = _read(found, stored.id, version)
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


@library_app.command("set", short_help="Set state and notes; lock, unlock.")
def set_(
    name: NameArgument,
    state: Annotated[
        str | None, typer.Option(metavar="STATE", help="draft, review, agreed, published or archived.")
    ] = None,
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why, for the history.")] = "",
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="Write a note.")] = None,
    lock: Annotated[bool | None, typer.Option("--lock/--unlock", help="Keep others from changing it, or not.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Unlock what somebody else has locked.")] = False,
    library: FolderOption = None,
) -> None:
    """Set the state of a document, write a note, lock or unlock it."""
    if state is None and note is None and lock is None:
        raise WrongUsage("set", "nothing is to be set", "add --state, --note, --lock or --unlock")
    chosen: Any = _state(state) if state is not None else None
    with opened(library) as found:
        document = found.document(name).id
        if lock is False:
            found.unlock(document, force=force)
        if chosen is not None:
            found.set_state(document, chosen, reason)
        if note is not None:
            found.add_note(document, note)
        if lock:
            found.lock(document, reason)


@library_app.command(short_help="Write all, or some, into one file.")
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


@library_app.command("import", short_help="Take in an export.")
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


@library_app.command(short_help="Read everything, mend what is damaged.")
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


@library_app.command(short_help="Make the library smaller.")
def compact(library: FolderOption = None) -> None:
    """Make the library smaller: drop the lines of the journal that the stores hold, and texts that no version has."""
    from jdrewrite.library.maintenance import compact as shrink

    with opened(library) as found:
        before, after = shrink(found)
        say(f"{before:,} bytes before, {after:,} after")


def _read(library: Library, name: str, number: int | None) -> Document:
    """Return a version as it would be read from its file."""
    import jdrewrite

    version = library.version(name, number)
    return jdrewrite.read_bytes(library.text(name, version.number), version.path, version.format)


def _state(word: str) -> str:
    """Return a state.

    Raises:
        WrongUsage: there is no such state.
    """
    from jdrewrite.library import STATES

    if word not in STATES:
        raise WrongUsage(word, "there is no such state", near(word, list(STATES), f"choose from {', '.join(STATES)}"))
    return word


def _listed(document: StoredDocument) -> Any:
    from jdrewrite.cli.shapes_library import Listed

    return Listed(
        id=document.id,
        title=document.title,
        state=document.state,
        score=document.latest.score,
        function=document.latest.function,
        versions=len(document.versions),
        path=encodable(document.latest.path),
        changed_at=document.changed_at,
        locked_by=document.lock.who if document.lock else None,
        decided=document.decided,
    )


def _document_json(library: Library, name: str) -> None:
    import msgspec

    from jdrewrite.cli import documents_json
    from jdrewrite.cli.shapes_library import LibraryDocument, Lock, Moved, Note

    document = library.document(name)
    standing = library.standing(document.id).values()
    output.json(
        LibraryDocument(
            document=_listed(document),
            locked=msgspec.convert(document.lock, Lock | None, from_attributes=True),
            settings=document.settings,
            versions=document.versions,
            states=msgspec.convert(document.states, tuple[Moved, ...], from_attributes=True),
            notes=msgspec.convert(document.notes, tuple[Note, ...], from_attributes=True),
            decisions=tuple(documents_json.decided(found) for found in library.decisions(document.id)),
            standing=tuple(documents_json.decided(found) for found in standing),
            notices=library.notices,
        )
    )
