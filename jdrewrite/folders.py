"""The program's own places on this machine: where the system keeps such things, or where the environment says.

Each is named here and nowhere else, so that a variable that moves one moves all that lies in it.
"""

from __future__ import annotations

import os
from pathlib import Path

_APP = "jdrewrite"


def cache() -> Path:
    """Return the folder for what can be made again; ``JDREWRITE_CACHE`` names another."""
    if found := _named("JDREWRITE_CACHE"):
        return found
    from platformdirs import user_cache_path  # a start that needs no folder needs none of it

    return user_cache_path(_APP)


def state() -> Path:
    """Return the folder for what is remembered from one day to the next; ``JDREWRITE_STATE`` names another."""
    if found := _named("JDREWRITE_STATE"):
        return found
    from platformdirs import user_state_path

    return user_state_path(_APP)


def library() -> Path:
    """Return the folder of the library; ``JDREWRITE_LIBRARY`` names another."""
    return _named("JDREWRITE_LIBRARY") or _data() / "library"


def reflections() -> Path:
    """Return the folder of the reflections; ``JDREWRITE_REFLECTIONS`` names another."""
    return _named("JDREWRITE_REFLECTIONS") or _data() / "reflections"


def settings_file() -> Path:
    """Return where the user's settings are, or would be; ``JDREWRITE_CONFIG`` names another file."""
    if found := _named("JDREWRITE_CONFIG"):
        return found
    from platformdirs import user_config_path

    return user_config_path(_APP) / "config.toml"


def _data() -> Path:
    from platformdirs import user_data_path

    return user_data_path(_APP)


def _named(variable: str) -> Path | None:
    named = os.environ.get(variable)
    return Path(named).expanduser() if named else None
