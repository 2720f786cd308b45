"""Kills writers at random moments, and looks whether anything that was confirmed is lost.

    python -m tests.library.kills [COUNT]

Two processes write into one library (versions, decisions, states, notes, sessions; it folds every 25 lines and compacts
now and then), tell of each action when it has returned, and are ended with SIGKILL after a random time. Then the
library is opened, and everything that was ever told of has to be there. Needs a system that can fork.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import jdrewrite
from jdrewrite.library import Library, open_library, shelf
from jdrewrite.library.maintenance import compact

from .conftest import decision

MOST = 12
"""Actions that the first writer has confirmed, at most, before the kill is near; so a slow machine does as much."""
LONGEST = 0.03
"""Seconds, at most, from the last of these to the kill."""
STATES = ("draft", "review", "agreed", "published", "archived")


class Outcome:
    """What was confirmed over all kills, and what of it was missing."""

    def __init__(self) -> None:
        self.kills = 0
        self.confirmed = 0
        self.lost: list[str] = []
        self.torn = 0
        """How often an unconfirmed line was cut off; the user is told."""
        self.strange: list[str] = []
        """Notices that a kill should not lead to."""


def run(folder: Path, count: int, seed: int = 1, writers: int = 2, most: int = MOST) -> Outcome:
    """Kill so many times, all in one library."""
    rnd = random.Random(seed)
    told: list[dict[str, object]] = []
    outcome = Outcome()
    with small_folds():
        for turn in range(count):
            children = [_started(folder, f"{turn}-{n}", rnd.random()) for n in range(writers)]
            heard = heard_before(children[0][1], rnd.randrange(most))
            time.sleep(rnd.uniform(0.0, LONGEST))
            for pid, _ in children:
                os.kill(pid, signal.SIGKILL)
            rest = [_ended(pid, pipe) for pid, pipe in children]
            new = [json.loads(line) for data in (heard + rest[0], *rest[1:]) for line in data.split(b"\n")[:-1]]
            outcome.kills += len(children)
            outcome.confirmed += len(new)
            told += new
            with open_library(folder) as library:
                outcome.lost += missing(library, told if turn % 25 == 24 or turn == count - 1 else new)
                for notice in library.notices:
                    expected = "had not been confirmed" in notice or "cut short or missing" in notice
                    outcome.torn += expected
                    outcome.strange += [] if expected else [notice]
    return outcome


def missing(library: Library, told: list[dict[str, object]]) -> list[str]:
    """Return what was confirmed and is not there."""
    known = {document.id for document in library.documents()}
    lost = [f"document: {line}" for line in told if line["document"] not in known]
    there = [line for line in told if line["document"] in known]
    return lost + [f"lost: {line}" for line in there if not HELD[str(line["kind"])](library, line)]


def _version_held(library: Library, line: dict[str, object]) -> bool:
    return library.text(str(line["document"]), int(str(line["number"]))).decode() == line["text"]


def _decision_held(library: Library, line: dict[str, object]) -> bool:
    return line["statement"] in {d.statement for d in library.decisions(str(line["document"]))}


def _state_held(library: Library, line: dict[str, object]) -> bool:
    return line["reason"] in {state.reason for state in library.document(str(line["document"])).states}


def _session_held(library: Library, line: dict[str, object]) -> bool:
    held = library.load_session(str(line["document"]), dict[str, int], str(line["name"]))
    return held is not None and held["saved"] >= int(str(line["saved"]))


HELD = {"version": _version_held, "decision": _decision_held, "state": _state_held, "session": _session_held}


@contextmanager
def small_folds() -> Iterator[None]:
    """Fold so often that kills hit it."""
    before = shelf.FOLD_AT, shelf.FOLD_SHARE
    shelf.FOLD_AT, shelf.FOLD_SHARE = 25, 1_000_000
    try:
        yield
    finally:
        shelf.FOLD_AT, shelf.FOLD_SHARE = before


def _started(folder: Path, name: str, seed: float) -> tuple[int, int]:
    """Begin a writer; return its process and the pipe through which it tells what was confirmed."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        return pid, reading
    try:
        os.close(reading)
        write_on(folder, name, seed, lambda line: os.write(writing, (json.dumps(line) + "\n").encode()))
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(1)  # only an error leads here


def heard_before(pipe: int, lines: int) -> bytes:
    """Wait until so many lines have come through a pipe; return what came."""
    data = b""
    while data.count(b"\n") < lines:
        if not (more := os.read(pipe, 65536)):
            break
        data += more
    return data


def _ended(pid: int, pipe: int) -> bytes:
    with os.fdopen(pipe, "rb") as file:
        data = file.read()
    _, status = os.waitpid(pid, 0)
    assert os.WIFSIGNALED(status), "a writer ended by itself"
    return data


def write_on(folder: Path, name: str, seed: float, tell: Callable[[dict[str, object]], object]) -> None:
    """Write without end, and tell of each action that returned."""
    rnd = random.Random(seed)
    with open_library(folder, who=name) as library:
        texts = [_text(name)]
        match = library.put(jdrewrite.read_bytes(texts[0].encode(), f"{name}.md"))
        tell({"kind": "version", "document": match.document, "number": match.version, "text": texts[0]})
        for turn in range(1_000_000):
            act = rnd.random()
            document = match.document
            if act < 0.6:
                statements = [f"{name}-{turn}-{n}" for n in range(rnd.choice((1, 1, 1, 5)))]
                library.record(*[decision(document, statement) for statement in statements])
                for statement in statements:
                    tell({"kind": "decision", "document": document, "statement": statement})
            elif act < 0.75:
                text = _text(name, turn)
                match = library.put(jdrewrite.read_bytes(text.encode(), f"{name}.md"))
                tell({"kind": "version", "document": match.document, "number": match.version, "text": text})
            elif act < 0.88:
                library.save_session(document, {"saved": turn}, name)
                tell({"kind": "session", "document": document, "name": name, "saved": turn})
            elif act < 0.98:
                library.set_state(document, rnd.choice(STATES), f"{name} {turn}")
                tell({"kind": "state", "document": document, "reason": f"{name} {turn}"})
            else:
                compact(library)


def _text(name: str, turn: int = 0) -> str:
    duties = "".join(f"- Task {name} {n} of this job.\n" for n in range(6))
    return f"# Job {name}\n\n{duties}- Changed for the {turn}th time.\n"


def main() -> None:
    """Print what was lost."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    with tempfile.TemporaryDirectory() as folder:
        outcome = run(Path(folder) / "library", (count + 1) // 2)
    print(
        f"{outcome.kills} kills, {outcome.confirmed} confirmed actions, {len(outcome.lost)} lost; "
        f"{outcome.torn} times an unconfirmed line was cut off"
    )
    for line in (*outcome.lost[:20], *outcome.strange[:20]):
        print(line)
    raise SystemExit(bool(outcome.lost or outcome.strange))


if __name__ == "__main__":
    main()
