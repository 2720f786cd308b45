"""The two TinyDB stores of a library: what was folded in from the journal, and up to which line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec

from jdrewrite.library.entries import Decision, Run
from jdrewrite.library.layout import SCHEMA, Layout
from jdrewrite.library.tinystore import SafeTinyDB, StorageDamaged, row
from jdrewrite.library.values import StoredDocument
from jdrewrite.memory import no_collection

_META = "meta"


class Index:
    """Documents and runs in one store, decisions in the other."""

    def __init__(self, layout: Layout, *, read_only: bool, told: Callable[[str], None]) -> None:
        """Open both stores.

        Raises:
            OSError: they cannot be opened.
        """
        self._told = told
        self._documents = SafeTinyDB(layout.index, copies_folder=layout.copies, read_only=read_only)
        self._decisions = SafeTinyDB(layout.decisions, copies_folder=layout.copies, read_only=read_only)

    def load(self, *, anew: bool) -> tuple[int, dict[str, StoredDocument], list[Run]]:
        """Return the last journal line that is folded in, the documents and the runs.

        Args:
            anew: begin with an empty store where neither it nor any copy is whole: the journal holds everything.

        Raises:
            StorageDamaged: neither the store nor any copy is whole.
        """
        with no_collection():
            tables = self._read(self._documents, anew=anew)
            found = msgspec.convert(list(tables.get("documents", {}).values()), list[StoredDocument])
            runs = msgspec.convert(list(tables.get("runs", {}).values()), list[Run])
        return _folded(tables), {document.id: document for document in found}, runs

    def decisions(self, *, anew: bool) -> tuple[int, dict[str, Any]]:
        """Return the last line whose decision is folded in, and the rows as they lie there, by document.

        Args:
            anew: as for ``load``.

        Raises:
            StorageDamaged: neither the store nor any copy is whole.
        """
        tables = self._read(self._decisions, anew=anew)
        rows = tables.get("decisions", {}).values()
        return _folded(tables), {held["document"]: held["decisions"] for held in rows}

    def fold_decisions(self, decisions: Iterable[Decision], last: int) -> None:
        """Add decisions that are not there yet.

        Raises:
            OSError: the disk is full or the folder may not be written to; nothing was changed.
        """
        with self._decisions.batch():
            before = _folded(self._read(self._decisions))
            new: defaultdict[str, list[Any]] = defaultdict(list)
            for decision in decisions:
                if decision.n > before:
                    new[decision.document].append(msgspec.to_builtins(decision))
            table = self._decisions.table("decisions")
            ids = {int(name, 16): name for name in new}
            held = {found["document"]: found["decisions"] for found in table.get(doc_ids=list(ids))}
            rows = {
                number: {"document": name, "decisions": [*held.get(name, []), *new[name]]}
                for number, name in ids.items()
            }
            _put(self._decisions, "decisions", rows)
            _mark(self._decisions, max(before, last))

    def fold(self, documents: Mapping[str, StoredDocument], runs: Iterable[Run], last: int) -> None:
        """Write documents and runs that changed since.

        Raises:
            OSError: the disk is full or the folder may not be written to; nothing was changed.
        """
        with self._documents.batch():
            before = _folded(self._read(self._documents))
            changed = [document for document in documents.values() if document.touched > before]
            _put(self._documents, "documents", {int(d.id, 16): msgspec.to_builtins(d) for d in changed})
            _put(self._documents, "runs", {run.n: msgspec.to_builtins(run) for run in runs if run.n > before})
            _mark(self._documents, max(before, last))

    def rewrite_copies(self) -> None:
        """Make every good copy one of the present state, so that older lines of the journal are needed no more."""
        for store in (self._documents, self._decisions):
            for _ in range(store.safe_storage.kept):
                with store.batch():
                    pass

    def forget_older(self) -> None:
        """Keep one copy, of the present state: those of earlier ones would need older lines of the journal."""
        for store in (self._documents, self._decisions):
            with store.batch():
                pass  # one write makes the first copy that of the present state
            store.safe_storage.forget_older()

    def close(self) -> None:
        """Let go of the stores."""
        self._documents.close()
        self._decisions.close()

    def _read(self, store: SafeTinyDB, *, anew: bool = False) -> dict[str, dict[str, Any]]:
        try:
            tables = store.storage.read() or {}
        except StorageDamaged as error:
            if not anew:
                raise
            self._told(f"{error}; it is made anew from the journal")
            if not store.safe_storage.read_only:
                store.safe_storage.set_aside()
            return {}
        while store.safe_storage.notices:
            self._told(store.safe_storage.notices.pop(0))
        return tables


def _folded(tables: Mapping[str, Mapping[str, Any]]) -> int:
    return int(tables.get(_META, {}).get("1", {}).get("folded", 0))


def _put(store: SafeTinyDB, name: str, rows: Mapping[int, Mapping[str, Any]]) -> None:
    """Insert rows, or put them in the place of those with the same id, in two passes over the table at most."""
    if rows:
        table = store.table(name)
        table.remove(doc_ids=list(rows))
        table.insert_multiple([row(values, number) for number, values in rows.items()])


def _mark(store: SafeTinyDB, last: int) -> None:
    store.table(_META).upsert(row({"folded": last, "schema": SCHEMA}, 1))
