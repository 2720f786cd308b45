"""The terminal UI in a real terminal: how soon the text is there, and how fast keys work while it is analysed.

Run it with ``python benchmarks/ui.py``. Figures are ratios in one run, so that they hold on any machine.

1. From the start of the process to the document on the screen, beside a bare Textual app's first paint.
2. From a letter to its echo, typed into a line while the whole of a job description of 2,000 words is analysed anew
   after each letter.
3. The same while the language model loads.
4. From a key of any other kind to its effect, each while the result of the one before is being analysed.
"""

from __future__ import annotations

import argparse
import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("Bare-and-ready")
Bare().run()
"""
PATIENCE = 120
LETTERS = "qzxjvkwybfgm" * 3
ACTS = (
    ("j", "▌"),
    ("k", "▌"),
    ("l", "You locked"),
    ("u", "Undone: locked"),
    ("n", "▌"),
    ("a", "You accepted"),
    ("u", "Undone: accepted"),
    ("\x19", "Done again: accepted"),
    ("r", "You rejected"),
    ("u", "Undone: rejected"),
    ("A", "which kind"),
    ("\r", "You accepted all"),
    ("u", "Undone: accepted all"),
    ("]", "▌"),
    ("v", "You see the original on the left"),
    ("v", "You see the text as it came"),
    ("v", "You see the clean text"),
    ("v", "You see the text with its proposals"),
    ("s", " of 18"),
    ("\x04", "▌"),
    ("\x15", "▌"),
)
"""Keys, and what is on the screen when they have their effect."""
ANALYSED_AFTER = 0.28
"""Seconds after a key at which the analysis of what was typed is under way: it starts at 0.25."""
_CODES = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]")


class Terminal:
    """A program in a pseudo-terminal of 120x40."""

    def __init__(self, words: list[str], folder: str) -> None:
        self.seen = b""
        self.typed = ""
        self.pid, self.fd = pty.fork()
        if not self.pid:
            env = {k: v for k, v in os.environ.items() if k not in {"COLUMNS", "LINES"}}
            env |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
            env |= {f"JDREWRITE_{name}": f"{folder}/{name.lower()}" for name in ("STATE", "LIBRARY", "CONFIG")}
            os.execve(words[0], words, env)  # noqa: S606
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))

    def read(self, seconds: float) -> bytes:
        """Return what comes within some seconds, at the first moment that something does."""
        ready, _, _ = select.select([self.fd], [], [], seconds)
        if not ready:
            return b""
        with contextlib.suppress(OSError):
            data = os.read(self.fd, 65536)
            self.seen += data
            return data
        return b""

    def wait_for(self, words: bytes) -> float:
        """Return the moment at which words are on the screen."""
        end = time.perf_counter() + PATIENCE
        while time.perf_counter() < end:
            if words in _CODES.sub(b"", self.seen):
                return time.perf_counter()
            self.read(0.5)
        raise TimeoutError(words.decode())

    def drain(self, seconds: float) -> None:
        """Read what comes within some seconds; a blinking cursor never ends."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self.read(left)

    def press(self, key: bytes, effect: str = "▌") -> float:
        """Press a key and return the milliseconds until its effect; that is where the cursor of the text stands."""
        before = len(self.seen)
        start = time.perf_counter()
        os.write(self.fd, key)
        end = start + 5
        while time.perf_counter() < end:
            self.read(0.5)
            if effect.encode() in _CODES.sub(b"", self.seen[before:]):
                return 1000 * (time.perf_counter() - start)
        raise TimeoutError(f"{key!r}: {effect}")

    def type(self, letter: str) -> float:
        """Type a letter while what was typed before is judged and weighed; return milliseconds to its echo."""
        time.sleep(ANALYSED_AFTER)
        while self.read(0):
            pass
        before, self.typed = len(self.seen), self.typed + letter
        start = time.perf_counter()
        os.write(self.fd, letter.encode())
        end = start + 5
        while time.perf_counter() < end:
            self.read(0.5)
            if self.typed[-3:].encode() in _CODES.sub(b"", self.seen[before:]):
                return 1000 * (time.perf_counter() - start)
        raise TimeoutError(letter)

    def spent(self) -> float:
        """Return the seconds of processor time so far: what holds where others load the machine; 0 outside Linux."""
        nanoseconds = 0
        for task in Path(f"/proc/{self.pid}/task").glob("*/schedstat"):
            with contextlib.suppress(OSError):
                nanoseconds += int(task.read_text(encoding="ascii").split()[0])
        return nanoseconds / 1e9

    def close(self) -> None:
        """End the program."""
        with contextlib.suppress(OSError):
            os.kill(self.pid, signal.SIGTERM)
        end = time.perf_counter() + 3
        while time.perf_counter() < end:
            self.read(0.05)
            if os.waitpid(self.pid, os.WNOHANG)[0]:
                break
        else:
            with contextlib.suppress(OSError):
                os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.fd)


def product(path: Path) -> list[str]:
    """Return the command line of the product."""
    command = Path(sys.executable).with_name("jdrewrite")
    return [str(command), str(path)] if command.exists() else [sys.executable, "-m", "jdrewrite", str(path)]


def long_text(folder: Path) -> Path:
    """Write a job description of 2,000 words whose lines all differ."""
    source = (ROOT / "examples" / "markdown" / "backend-engineer.md").read_text(encoding="utf-8").splitlines()
    lines, words, turn = ["# Backend Engineer", ""], 0, 0
    while words < 2000:
        turn += 1
        for line in source[1:]:
            varied = line.rstrip(".") + f" in area {turn}." if line.startswith("- ") else line
            lines.append(varied)
            words += len(varied.split())
    path = folder / "long.md"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def started(words: list[str], sign: bytes, folder: str) -> tuple[float, float]:
    """Return the seconds from the start of a process to its first words on the screen, and those of the processor."""
    start = time.perf_counter()
    terminal = Terminal(words, folder)
    try:
        return terminal.wait_for(sign) - start, terminal.spent()
    finally:
        terminal.close()


Seconds = tuple[float, float]


def startup(path: Path, sign: bytes, runs: int) -> tuple[Seconds, Seconds]:
    """Return the median seconds, of the clock and of the processor, of the bare app and of the product, in turns."""
    bare: list[Seconds] = []
    ours: list[Seconds] = []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(runs + 1):
            bare.append(started([sys.executable, "-c", BARE], b"Bare-and-ready", folder))
            ours.append(started(product(path), sign, folder))
    return middle(bare[1:]), middle(ours[1:])


def middle(values: list[Seconds]) -> Seconds:
    """Return the medians."""
    clock, processor = zip(*values, strict=True)
    return statistics.median(clock), statistics.median(processor)


def keys(path: Path, count: int) -> tuple[list[float], list[float], list[float]]:
    """Return milliseconds of key presses: while the model loads, of every kind, and of typing, both while it reads."""
    with tempfile.TemporaryDirectory() as folder:
        terminal = Terminal(product(path), folder)
        try:
            terminal.wait_for(b"Backend Engineer")
            loading = [_paced(terminal, b"jk"[n % 2 : n % 2 + 1]) for n in range(40)]
            terminal.wait_for(b"goes to the next")
            terminal.drain(1.0)
            acts = [_acted(terminal, *ACTS[n % len(ACTS)]) for n in range(count)]
            terminal.drain(1.0)
            os.write(terminal.fd, b"n")
            terminal.drain(0.5)
            os.write(terminal.fd, b"e")
            terminal.wait_for(b"Your words")
            terminal.drain(1.0)
            return loading, acts, [terminal.type(LETTERS[n % len(LETTERS)]) for n in range(count)]
        finally:
            terminal.close()


def _acted(terminal: Terminal, key: str, effect: str) -> float:
    """Press a key while what the one before did is being analysed."""
    time.sleep(0.2)
    while terminal.read(0):
        pass
    return terminal.press(key.encode(), effect)


def _paced(terminal: Terminal, key: bytes) -> float:
    """Press a key as somebody who types fast: 15 a second."""
    time.sleep(0.066)
    while terminal.read(0):
        pass
    return terminal.press(key)


def p95(values: list[float]) -> float:
    """Return the value below which 95 of 100 lie."""
    return sorted(values)[int(0.95 * (len(values) - 1))]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=9, help="starts of each program")
    parser.add_argument("--keys", type=int, default=200, help="key presses while the text is analysed")
    chosen = parser.parse_args()
    word = ROOT / "examples" / "word" / "accounts-receivable-specialist.docx"
    with tempfile.TemporaryDirectory() as folder:
        long = long_text(Path(folder))
        print(f"{'':<46}{'seconds':>9}{'ratio':>8}{'processor':>11}{'ratio':>8}")
        for name, path, sign in (
            ("Word file", word, b"Hartwell Supply has delivered"),
            ("2,000 words of Markdown", long, b"You will join the Returns team"),
        ):
            bare, ours = startup(path, sign, chosen.runs)
            for told, (clock, processor) in (("bare Textual app, first paint", bare), (f"{name} on the screen", ours)):
                ratio, of_cpu = clock / bare[0], processor / bare[1] if bare[1] else 0
                print(f"{told:<46}{clock:9.3f}{ratio:8.2f}{processor:11.3f}{of_cpu:8.2f}")
        if not chosen.keys:
            return
        loading, acts, live = keys(long, chosen.keys)
        print(f"\n{'key press to effect, milliseconds':<46}{'median':>9}{'p95':>8}{'most':>8}")
        for name, values in (
            ("while the language model loads", loading),
            ("any key, while 2,000 words are analysed live", acts),
            ("a letter, while 2,000 words are analysed live", live),
        ):
            print(f"{name:<46}{statistics.median(values):9.1f}{p95(values):8.1f}{max(values):8.1f}")


if __name__ == "__main__":
    main()
