"""The user's own settings: a file in the user's configuration folder, overruled by the environment.

::

    [analysis]
    model = "en_core_web_md"     # an installed spaCy model package, or a folder

The environment variable ``JDREWRITE_MODEL`` overrules it, ``JDREWRITE_CONFIG`` names another file.
"""

from __future__ import annotations

import os
import tomllib
from functools import cache
from pathlib import Path

import msgspec

from jdrewrite.errors import DataError


class Analysis(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Settings of the analysis."""

    model: str | None = None
    """Name or folder of a spaCy model; None for the packaged one."""


class Config(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All settings; an unknown key is an error."""

    analysis: Analysis = Analysis()


def config_path() -> Path:
    """Return where the user's file is, or would be."""
    named = os.environ.get("JDREWRITE_CONFIG")
    if named:
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("jdrewrite") / "config.toml"


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
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Config)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise DataError(str(path), f"not valid: {error}", "mend or remove the file") from None
