"""``jdrewrite rewrite FILE ...``: the proposals for each file, shown, kept and written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jdrewrite.cli import documents_json, model_run, output, rewritten_file, shapes_rewrite, text_rewrite
from jdrewrite.cli.diagnostics import Diagnostics, WrongUsage, say
from jdrewrite.cli.options import near
from jdrewrite.cli.recording import Recorder, recorder
from jdrewrite.cli.rewrite_options import Target, Wish
from jdrewrite.model import Document

if TYPE_CHECKING:
    from jdrewrite.revision import Revision


def rewrite_files(
    files: Sequence[str], wish: Wish, target: Target, library: str | None, log: Diagnostics, *, as_json: bool
) -> None:
    """Propose for each file, write what is accepted where a target is named, and keep it where a library is.

    Args:
        files: as the user named them.
        wish: what is proposed and accepted.
        target: where it is written; without a file or a page, and not as JSON, every proposal is shown.
        library: folder of the library; None for none.
        log: is told of files that fail.
        as_json: print the result as JSON.

    Raises:
        LibraryError: the library cannot be opened.
        EngineDenied, SetupError: no file can be rewritten so.
    """
    show = target.out is None and target.sheet is None and not as_json
    with recorder(library, "rewrite") as record, model_run.opened(wish.proposer) as run:
        revised = _revised(files, wish, run, record, log, show=show)
        if target.out is not None and revised:
            with log.go_on(files[0]):
                rewritten_file.write(revised, target.out, target)
                record.written(revised, target.out)
        if target.sheet is not None and revised:
            with log.go_on(target.sheet):
                rewritten_file.write_sheet(revised, target.sheet, force=target.force)
        done = [documents_json.rewritten(d.path, found, target.out, record.shape(d)) for d, found in revised]
    if as_json:
        output.json(shapes_rewrite.Rewrite(documents=tuple(done), errors=documents_json.errors(log.errors)))


def _revised(
    files: Sequence[str], wish: Wish, run: model_run.Run, record: Recorder, log: Diagnostics, *, show: bool
) -> list[tuple[Document, Revision]]:
    """Return the documents with their proposals and decisions; a file that fails is told and left out."""
    from jdrewrite.project import settings_for
    from jdrewrite.revision import revise

    page = output.Page()
    revised: list[tuple[Document, Revision]] = []
    for path, document, function, before in run.ahead(files, wish, log, record.known):
        with run.go_on(document.path, log):
            record.saw(document)
            options = {**run.options(before), **record.remembered(document, wish.reject, wish.take)}
            revision = revise(document, accept=wish.accept, function=function, settings=settings_for(path), **options)
            _known_ids((*wish.reject, *wish.take), revision)
            _all_passed(wish, revision, document.path)
            record.revised(document, revision, wish.reject, wish.reason, wish.take)
            revised.append((document, revision))
            if show:
                text_rewrite.show(page, document, revision)
                record.show(page, document)
                page.line()
            elif revision.before.jobs:
                say(f"{document.path}: {revision.before.several}; they are rewritten as one: give each its own file")
            run.told(document.path, revision, log)
    return revised


def _known_ids(ids: Sequence[str], revision: Revision) -> None:
    """Refuse to reject or to accept what was not proposed.

    Raises:
        WrongUsage: there is no proposal with such an id.
    """
    known = [proposal.id for proposal in revision.proposals]
    unknown = next((name for name in ids if name not in known), None)
    if unknown is not None:
        raise WrongUsage(
            unknown, "there is no such proposal", near(unknown, known, "'jdrewrite rewrite FILE' lists them")
        )


def _all_passed(wish: Wish, revision: Revision, path: str) -> None:
    """Refuse to accept by its id what the verifier did not let pass, and what is rejected at once.

    Raises:
        WrongUsage: such an id.
    """
    left = next((name for name in wish.take if name not in revision.accepted), None)
    if left is None:
        return
    if left in wish.reject:
        raise WrongUsage(left, "it is accepted and rejected at once", "name it in one of the two")
    way_out = f"'jdrewrite --plain {path}' accepts it with a reason"
    raise WrongUsage(left, "the verifier did not let it pass", way_out)
