"""Where texts go, and whether somebody agreed to it. Remembered for each profile in the user's own state folder."""

from __future__ import annotations

import contextlib
import ipaddress
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from jdrewrite import folders
from jdrewrite.config import EngineProfile
from jdrewrite.decoding import Unreadable, from_json


class Destination(msgspec.Struct, frozen=True, kw_only=True):
    """Where an engine sends texts."""

    profile: str
    host: str
    """Host and port, as the address of the profile names them."""
    model: str
    encrypted: bool
    agreed: bool
    """Whether the user agreed, for this profile, this host and this way of sending."""

    def told(self) -> str:
        """Return what a person has to know before the first text is sent."""
        way = "" if self.encrypted else " The connection is not encrypted: others on the way can read the text."
        return (
            f"The engine '{self.profile}' sends the text of the job description to {self.host} (model {self.model}), "
            f"which is not this machine.{way}"
        )


def is_here(url: str) -> bool:
    """Tell whether an address is this machine's own: then nothing leaves it."""
    host = (urlsplit(url).hostname or "").rstrip(".")
    if host == "localhost":
        return True
    with contextlib.suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return False


def destination(name: str, profile: EngineProfile) -> Destination | None:
    """Return where a profile sends texts; None where they stay on this machine."""
    if is_here(profile.base_url):
        return None
    parts = urlsplit(profile.base_url)
    host = f"{parts.hostname}:{parts.port}" if parts.port else str(parts.hostname)
    encrypted = parts.scheme == "https"
    agreed = agreed_before().get(name) == _sort(host, encrypted=encrypted)
    return Destination(profile=name, host=host, model=profile.model, encrypted=encrypted, agreed=agreed)


def agree(where: Destination) -> None:
    """Remember that the user agreed to this destination. Another host under the same profile is asked about anew."""
    path = _path()
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = msgspec.json.encode({**agreed_before(), where.profile: _sort(where.host, encrypted=where.encrypted)})
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(kept)
        file.flush()
        os.fsync(file.fileno())
    Path(file.name).replace(path)


def agreed_before() -> Mapping[str, str]:
    """Return to where somebody agreed that texts go, by profile; nothing where what was kept is damaged."""
    try:
        return from_json(_path().read_bytes(), dict[str, str])
    except (OSError, Unreadable):
        return {}  # nothing is known of an agreement: it is asked for again


def _path() -> Path:
    return folders.state() / "agreed.json"


def _sort(host: str, *, encrypted: bool) -> str:
    return f"{'https' if encrypted else 'http'}://{host.lower()}"
