"""The keys of the commands: the defaults, and what the user's settings make of them."""

from __future__ import annotations

from collections.abc import Mapping

from jdrewrite.errors import DataError

_SHOWN = {
    "question_mark": "?",
    "slash": "/",
    "colon": ":",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
}
_NAMES = {sign: name for name, sign in _SHOWN.items() if len(sign) == 1}


def keymap(defaults: Mapping[str, str], wanted: Mapping[str, str], source: str) -> dict[str, str]:
    """Return the keys of each command, comma separated.

    A key that the user gives to one command is taken from the command that has it by default.

    Args:
        defaults: keys by command.
        wanted: the user's, by command.
        source: the file to name in an error.

    Raises:
        DataError: no such command, one key for two commands, or a command that is left without a key.
    """
    own = {name: _keys(keys) for name, keys in wanted.items()}
    unknown = [name for name in own if name not in defaults]
    if unknown:
        raise DataError(source, f"[keys]: there is no command '{unknown[0]}'", "F1 in the UI lists the commands")
    taken: dict[str, str] = {}
    for name, keys_ in own.items():
        for key in keys_:
            if taken.setdefault(key, name) != name:
                told = f"[keys]: '{shown(key)}' is given to '{taken[key]}' and to '{name}'"
                raise DataError(source, told, "give each its own key")
    made = {}
    for name, keys in defaults.items():
        left = own.get(name) or [key for key in _keys(keys) if key not in taken]
        if not left:
            told = f"[keys]: '{shown(_keys(keys)[0])}' is taken from '{name}', which has no key then"
            raise DataError(source, told, f"give '{name}' another key")
        made[name] = ",".join(left)
    return made


def shown(keys: str) -> str:
    """Return keys as people write them, such as ``? or F1``."""
    return " or ".join(_one(key) for key in keys.split(","))


def first(keys: str) -> str:
    """Return the first of the keys as people write it."""
    return _one(keys.split(",", maxsplit=1)[0])


def _one(key: str) -> str:
    if key in _SHOWN:
        return _SHOWN[key]
    if key.startswith("f") and key[1:].isdigit():
        return key.upper()
    return key.replace("ctrl+", "Ctrl-").replace("shift+", "Shift-")


def _keys(keys: str) -> list[str]:
    return [_NAMES.get(key, key) for part in keys.split(",") if (key := part.strip())]
