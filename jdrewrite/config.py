"""The user's own settings: a file in the user's configuration folder, overruled by the environment.

::

    [analysis]
    model = "en_core_web_md"     # an installed spaCy model package, or a folder

    [word]
    author = "Jo Field"                # on the tracked changes in Word files; "jdrewrite" by default
    comments = false                   # leave the reasons out of the margin

    [engine.office]                    # jdrewrite rewrite --engine office
    base_url = "https://api.openai.com/v1"
    model = "gpt-5-mini"
    key_env = "OPENAI_API_KEY"         # or: keyring = true

    [engine.local]
    base_url = "http://127.0.0.1:11434/v1"
    model = "llama3.1:8b"

    [price."gpt-5-mini"]               # for one million tokens
    input = 0.25
    cached = 0.025
    output = 2.00

    [keys]
    accept = "y"                       # commands of the terminal UI; F1 there lists them

Engines and prices are explained in docs/engines.md; none of it is read from a project file.
The environment variable ``JDREWRITE_MODEL`` overrules the model of the analysis; ``JDREWRITE_CONFIG`` names another
file.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from jdrewrite import folders
from jdrewrite.decoding import Unreadable, from_toml
from jdrewrite.errors import DataError

_ADDRESS = r"^https?://[^\s@/]+(/[^\s]*)?$"
_NO_ADDRESS = "Expected an address such as https://host/v1, without a name or password in it"
"""Addresses are shown in messages and kept in agreements, so that no secret may stand in one."""


class Analysis(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Settings of the analysis."""

    model: str | None = None
    """Name or folder of a spaCy model; None for the packaged one."""


class EngineProfile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One endpoint that speaks the OpenAI protocol, and how it may be used."""

    base_url: Annotated[str, msgspec.Meta(pattern=_ADDRESS)]
    model: Annotated[str, msgspec.Meta(min_length=1)]
    key_env: str = ""
    """Name of the environment variable that holds the key; empty where the server wants none."""
    keyring: bool = False
    """Take the key from the system's keyring: service ``jdrewrite``, user name the profile's name."""
    api_version: str = ""
    """Azure OpenAI with dated versions; ``base_url`` is then the resource, and ``model`` the deployment."""
    structured: Literal["auto", "schema", "json", "text"] = "auto"
    """How an answer in the right shape is asked for; ``auto`` tries them in this order."""
    timeout: Annotated[float, msgspec.Meta(gt=0)] = 120.0
    """Seconds for one whole answer."""
    silence: Annotated[float, msgspec.Meta(gt=0)] = 60.0
    """Seconds without a single byte after which the server is given up."""
    retries: Annotated[int, msgspec.Meta(ge=0, le=10)] = 3
    concurrency: Annotated[int, msgspec.Meta(ge=1, le=64)] = 2
    """Requests under way at a time when several files are rewritten."""
    max_output: Annotated[int, msgspec.Meta(ge=64)] = 4_000
    """Tokens of one answer at most."""
    temperature: float | None = None
    """None leaves it to the server."""
    budget: float | None = None
    """The most that one run, or one session of the terminal UI, may cost; ``--budget`` overrules it."""
    voice: str = ""
    """How the organisation writes, in a sentence or two; goes into every prompt."""
    cache: bool = True
    """Keep answers on this machine, so that the same text is not paid for twice."""


class Price(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one million tokens of a model cost."""

    input: Annotated[float, msgspec.Meta(ge=0)]
    output: Annotated[float, msgspec.Meta(ge=0)]
    cached: Annotated[float, msgspec.Meta(ge=0)] | None = None
    """Prompt tokens out of the provider's cache; None: as ``input``."""
    currency: str = "USD"


class Word(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Settings of the Word files that are written."""

    author: str = "jdrewrite"
    """Whose name tracked changes and comments carry."""
    comments: bool = True
    """Write the reason of each change as a comment."""


class Config(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All settings; an unknown key is an error."""

    analysis: Analysis = Analysis()
    engine: dict[str, EngineProfile] = {}
    """Profiles by the name that ``--engine`` takes."""
    price: dict[str, Price] = {}
    """Prices by model."""
    word: Word = Word()
    keys: dict[str, str] = {}
    """Keys of the terminal UI by command, such as ``accept = "a,enter"``; F1 there lists the commands."""


def config_path() -> Path:
    """Return where the user's file is, or would be."""
    return folders.settings_file()


@cache
def config() -> Config:
    """Return the settings in force, read once.

    Raises:
        DataError: the file is not valid TOML, or holds a key that is not known.
    """
    path = config_path()
    found = _load(path) if path.is_file() else Config()
    model = os.environ.get("JDREWRITE_MODEL")
    return msgspec.structs.replace(found, analysis=Analysis(model=model)) if model else found


def _load(path: Path) -> Config:
    try:
        return from_toml(path.read_bytes(), Config)
    except OSError as error:
        raise DataError(str(path), f"it cannot be read ({error.strerror})", "change its permissions") from None
    except Unreadable as error:
        told = str(error).replace(f"Expected `str` matching regex {_ADDRESS!r}", _NO_ADDRESS)
        raise DataError(str(path), f"not valid: {told}", "mend or remove the file") from None
