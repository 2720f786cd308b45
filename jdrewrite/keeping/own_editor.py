"""A visit to the user's own editor: $VISUAL, $EDITOR, or what the machine has."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path

from jdrewrite.editing import NotNow

_USUAL = ("sensible-editor", "nano", "vim", "vi", "notepad")


def command() -> list[str]:
    """Return the command line of the editor, without the file.

    Raises:
        NotNow: none is set and none of the usual ones is there, or what is set is no command line.
    """
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if named:
        try:
            return shlex.split(named, posix=os.name != "nt")
        except ValueError as error:
            told = f"{str(error)[:1].lower()}{str(error)[1:]}"
            raise NotNow(f"VISUAL or EDITOR is no command line ({told}): {named}") from None
    found = next((path for name in _USUAL if (path := shutil.which(name))), None)
    if found is None:
        raise NotNow("No editor is set. Name yours in VISUAL or EDITOR.")
    return [found]


def edited(text: str, title: str) -> str:
    """Have a text edited, and return it as it came back.

    Raises:
        NotNow: the editor cannot be started, or ended with an error.
    """
    words = "".join(c if c.isalnum() else "-" for c in title).strip("-")[:40] or "text"
    with tempfile.TemporaryDirectory(prefix="jdrewrite-") as folder:
        path = Path(folder) / f"{words}.md"
        path.write_text(text, encoding="utf-8")
        try:
            done = subprocess.run([*command(), str(path)], check=False)
        except OSError as error:
            raise NotNow(f"The editor cannot be started: {error.strerror}. Look at VISUAL and EDITOR.") from None
        if done.returncode:
            raise NotNow(f"The editor ended with code {done.returncode}; nothing was taken over.")
        try:
            return path.read_text(encoding="utf-8", errors="replace")
        except OSError as error:
            raise NotNow(f"The editor left no file ({error.strerror}); nothing was taken over.") from None
