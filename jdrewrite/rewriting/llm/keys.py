"""Where keys come from: the environment or the system's keyring, when they are needed. They are kept nowhere."""

from __future__ import annotations

import os

from jdrewrite.config import EngineProfile
from jdrewrite.errors import KeyMissing

_SERVICE = "jdrewrite"
NO_KEY = "no-key"
"""What servers get that ask for none; the protocol wants something."""


def key_of(name: str, profile: EngineProfile) -> str:
    """Return the key of a profile.

    Args:
        name: name of the profile.
        profile: says whether the key is in the environment or in the keyring.

    Raises:
        KeyMissing: it is not there, or is no key.
    """
    if profile.key_env:
        key = os.environ.get(profile.key_env, "").strip()
        missing = f"set the environment variable {profile.key_env}"
    elif profile.keyring:
        key = _in_keyring(name)
        missing = f"store it with 'keyring set {_SERVICE} {name}'"
    else:
        return NO_KEY
    if not key:
        raise KeyMissing(f"engine {name}", "its key is not there", missing)
    if not (key.isascii() and key.isprintable()) or " " in key:
        raise KeyMissing(f"engine {name}", "what stands in the place of its key is no key", missing)
    return key


def _in_keyring(name: str) -> str:
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        way_out = "install it with 'pip install jdrewrite[keyring]', or name a variable with key_env"
        raise KeyMissing(f"engine {name}", "the package keyring is not installed", way_out) from None
    try:
        return (keyring.get_password(_SERVICE, name) or "").strip()
    except KeyringError as error:
        way_out = "unlock it, or name a variable with key_env"
        raise KeyMissing(f"engine {name}", f"the keyring gave nothing ({type(error).__name__})", way_out) from None


def without_key(text: str, key: str) -> str:
    """Return a text of a server or a library with the key, and what looks like one, taken out."""
    import re

    shown = text.replace(key, "[key]") if key and key != NO_KEY else text
    return re.sub(r"\b(?:sk|pk|key|Bearer)[-_ ][\w*-]{6,}", "[key]", shown)
