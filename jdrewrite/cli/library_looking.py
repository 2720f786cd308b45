"""``jdrewrite library list``, ``show``, ``history``, ``diff``: what was kept, as text or as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from jdrewrite.cli import output
from jdrewrite.cli.library_access import FolderOption, NameArgument, known_state, opened, version_of
from jdrewrite.cli.options import Format, FormatOption
from jdrewrite.cli.plain import encodable
from jdrewrite.language.counted import counted

if TYPE_CHECKING:
    from jdrewrite.library import Library, StoredDocument


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

    wanted: Any = [known_state(word) for word in state or ()]
    with opened(library) as found:
        documents = found.documents(states=wanted, function=function, words=words, limit=limit)
        if format is Format.json:
            rows = tuple(_listed(document) for document in documents)
            path = encodable(str(found.path))
            output.json(shapes_library.LibraryList(library=path, documents=rows, notices=found.notices))
        else:
            text_library.listing(output.Page(), found, documents)


def show(name: NameArgument, format: FormatOption = Format.text, library: FolderOption = None) -> None:  # noqa: A002
    """Show one document: versions with scores, state, notes, and the decisions that stand."""
    from jdrewrite.cli import text_library

    with opened(library) as found:
        if format is Format.json:
            _document_json(found, name)
        else:
            text_library.overview(output.Page(), found, found.document(name))


def history(name: NameArgument, format: FormatOption = Format.text, library: FolderOption = None) -> None:  # noqa: A002
    """Show everything that happened to a document, oldest first: who decided what, when and why."""
    from jdrewrite.cli import text_library

    with opened(library) as found:
        if format is Format.json:
            _document_json(found, name)
        else:
            text_library.history(output.Page(), found.history(name))


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
        count = text_library.changes(page, version_of(found, name, before), version_of(found, name, after))
        page.line(f"{counted(count, 'change')} from version {before} to {after}.")


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
