"""Answers kept on this machine, by model, prompt version and content: the same text is not paid for twice.

They hold text of job descriptions, so they are readable by their owner alone. Deleting the folder loses nothing else.
One that was not asked for in ``cached.UNUSED`` days is deleted.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path

import msgspec

from jdrewrite import cached, folders
from jdrewrite.config import EngineProfile
from jdrewrite.decoding import Unreadable, from_json
from jdrewrite.rewriting.llm.prompting import Filled
from jdrewrite.rewriting.llm.reply import says_something


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What a model answered to one prompt."""

    texts: tuple[str, ...]
    """The answer; several where it was cut and gone on with."""
    whole: bool
    """False where it was cut: what is there is used, and only the rest is asked for."""
    model: str
    prompt: str
    """Name and version."""


def key(profile: EngineProfile, prompt: Filled) -> str:
    """Return the name under which the answer to a prompt is kept."""
    content = (profile.base_url, profile.model, profile.temperature, prompt.id, prompt.system, prompt.user)
    return hashlib.sha256(msgspec.json.encode(content)).hexdigest()


def kept(name: str) -> Answer | None:
    """Return what is kept under a name; None where nothing is, or nothing that can be read.

    Earlier versions kept whole answers that say nothing ("I am sorry, ..."); they would be used for good.
    """
    path = folder() / f"{name}.json"
    try:
        found = from_json(path.read_bytes(), Answer)
    except (OSError, Unreadable):
        return None
    with suppress(OSError):
        os.utime(path)  # it was used today
    if not found.whole or (found.texts and says_something(found.texts[-1])):
        return found
    return msgspec.structs.replace(found, texts=found.texts[:-1], whole=False) if found.texts[:-1] else None


def keep(name: str, answer: Answer) -> None:
    """Keep an answer. A disk that is full or read-only is no reason to lose the answer itself: then it is not kept."""
    try:
        folder().mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder(), prefix=".", delete=False) as file:
            file.write(msgspec.json.encode(answer))
        Path(file.name).replace(folder() / f"{name}.json")
    except OSError:
        return
    cached.forget(folder(), "*.json")


def folder() -> Path:
    """Return the folder of the kept answers."""
    return folders.cache() / "answers"
