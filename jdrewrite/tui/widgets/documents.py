"""The left pane: this folder, recent files and the library, with their states and scores."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from textual import work
from textual.binding import Binding
from textual.message import Message
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from jdrewrite.errors import JdrewriteError
from jdrewrite.keeping.shelf import Entry, Shelf
from jdrewrite.tui.drawing.tree import Item, inside, items_of, known_by_path, label


class Documents(Tree[Item]):
    """A tree of what can be opened; folders are read when they are unfolded."""

    BINDINGS = [  # noqa: RUF012 - Textual's own form
        Binding("j", "cursor_down", "Down", show=False),
        Binding("k", "cursor_up", "Up", show=False),
        Binding("l,right", "unfold", "Unfold", show=False),
        Binding("h,left", "cursor_parent", "To the folder", show=False),
    ]

    class Wanted(Message):
        """A file to open."""

        def __init__(self, path: str) -> None:
            super().__init__()
            self.path = path

    def __init__(self, folder: Path, recent: Sequence[str], shelf: Shelf, here: str) -> None:
        """Make the pane.

        Args:
            folder: where the user stands.
            recent: absolute paths, the last opened first.
            shelf: knows states and scores.
            here: absolute path of the document on the desk.
        """
        super().__init__("Documents", id="documents")
        self.show_root = False
        self.guide_depth = 2
        self._folder, self._recent, self._shelf, self._here = folder, recent, shelf, here
        self._known: dict[str, Entry] = {}

    def on_mount(self) -> None:
        """Show folder and recent files at once; the library comes from the disk."""
        self.border_title = "Documents"
        folder = self.root.add("This folder", Item(path=str(self._folder), name="", folder=True), expand=True)
        self._fill(folder)
        if Path.home() != self._folder and Path.home().is_dir():
            self.root.add("Home folder", Item(path=str(Path.home()), name="", folder=True))
        if items := items_of(self._recent):
            recent = self.root.add("Recent", expand=True)
            for item in items:
                recent.add_leaf(label(item, {}, here=item.path == self._here), item)
        self.root.add("Library", expand=True).add_leaf("nothing yet")
        self.root.expand()
        if folder.children:
            self.call_after_refresh(self.move_cursor, folder.children[0])

    @work(thread=True, exclusive=True, exit_on_error=False)
    def refresh_known(self) -> None:
        """Ask the library what it knows."""
        try:
            entries = self._shelf.entries()
        except JdrewriteError:  # said when the session was to be kept
            return
        self.app.call_from_thread(self._show_known, entries)

    def _show_known(self, entries: tuple[Entry, ...]) -> None:
        self._known = known_by_path(entries)
        library = self.root.children[-1]
        if entries:
            library.remove_children()
        for entry in entries:
            path = str(Path(entry.path).resolve())
            library.add_leaf("", Item(path=path, name=entry.title or Path(entry.path).name))
        self._label_all(self.root)

    def note(self, path: str, title: str, score: float | None) -> None:
        """Show the present score of a document that is being worked on; nobody asks the library for it."""
        whole = str(Path(path).resolve())
        before = self._known.get(whole)
        state = before.state if before is not None and before.state == "done" else "work"
        self._known[whole] = Entry(path=whole, title=title, state=state, score=score)
        self._label_all(self.root)

    def _label_all(self, node: TreeNode[Item]) -> None:
        for child in node.children:
            if child.data is not None and child.data.name:
                child.set_label(label(child.data, self._known, here=child.data.path == self._here))
            self._label_all(child)

    def _fill(self, node: TreeNode[Item]) -> None:
        if node.children or node.data is None:
            return
        items, more = inside(Path(node.data.path))
        for item in items:
            told = label(item, self._known, here=item.path == self._here)
            if item.folder:
                node.add(told, item)
            else:
                node.add_leaf(told, item)
        if more:
            node.add_leaf(f"… {more} more: open one by its path")

    def action_unfold(self) -> None:
        """Unfold the folder under the cursor."""
        if self.cursor_node is not None:
            self.cursor_node.expand()

    def on_tree_node_expanded(self, event: Tree.NodeExpanded[Item]) -> None:
        """Read a folder."""
        event.stop()
        self._fill(event.node)

    def on_tree_node_selected(self, event: Tree.NodeSelected[Item]) -> None:
        """Open a file."""
        event.stop()
        if event.node.data is not None and not event.node.data.folder:
            self.post_message(self.Wanted(event.node.data.path))
