"""Files behind an address, such as ``s3://bucket/folder``: found, and read into memory; nothing is written there.

fsspec reaches the stores. Each brings a package of its own (s3fs for ``s3://``), which the user adds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

from jdrewrite.documents.border import MOST_BYTES, check_size
from jdrewrite.errors import JdrewriteError, MissingInput, OutputError, SetupError, UnsupportedInput

_ADDRESS = re.compile(r"(?:[a-z][\w+.-]*::)*[a-z][\w+.-]+://", re.IGNORECASE)  # two letters: "C:" is a disk
_SUMS = ("ETag", "etag", "md5Hash", "md5", "content_md5", "content_settings.content_md5", "sha")
"""What stores call the sum of a file's bytes."""
_known_sums: dict[str, str] = {}
"""Of the files that were listed last, by address: asking for each anew would cost as much as reading it."""


def is_address(place: str) -> bool:
    """Tell whether a place is an address rather than a path."""
    return _ADDRESS.match(place) is not None


def refuse_to_write(option: str, target: str | None) -> None:
    """Refuse to write behind an address: there a result cannot grow line by line, nor outlive a kill.

    Raises:
        OutputError: the target is an address.
    """
    if target and is_address(target):
        raise OutputError(
            target, f"{option} writes to this machine only", "name a place here, and copy it there afterwards"
        )


def of_this_process(address: str) -> bool:
    """Tell whether the files are in this process's own memory, where no other process finds them."""
    return "memory://" in address


def on_this_machine(address: str) -> Path | None:
    """Return the path behind ``file://``; None for other stores."""
    return Path(_store(address)[1]) if re.match(r"(?:file|local)://", address) else None


def find_at(address: str, looks_right: Callable[[PurePosixPath], bool]) -> list[str]:
    """Return the addresses of files, sorted.

    Args:
        address: of a file, a folder (with everything below it), or a glob.
        looks_right: tells, from its path within the folder, whether a file of a folder is wanted.

    Raises:
        SetupError: a package or the credentials for this store are missing.
        MissingInput: there is no such bucket, folder or file, or it cannot be listed.
        UnsupportedInput: there is no such kind of store.
    """
    with _telling(address):
        return _find(address, looks_right)


def _find(address: str, looks_right: Callable[[PurePosixPath], bool]) -> list[str]:
    store, path = _store(address)
    store.invalidate_cache()  # what it remembers of an earlier listing may have changed since
    kind = _kind(store, path)
    if kind == "file":
        _known_sums.pop(address, None)  # of an earlier listing; it is told by its bytes
        return [address]
    if kind is None and not re.search(r"[*?\[]", path):
        raise FileNotFoundError
    listed = store.find(path, detail=True) if kind else store.glob(path, detail=True)
    found = []
    for each, info in sorted(listed.items()):
        wanted = looks_right(PurePosixPath(each[len(path) :].lstrip("/"))) if kind else not _hidden(each)
        if info["type"] == "file" and wanted:
            name = _named(address, path, each)
            _known_sums[name] = _sum(info)
            found.append(name)
    if not found and kind is None:
        raise MissingInput(address, "no file fits this pattern", "check the pattern, or name a folder")
    return found


def _hidden(path: str) -> bool:
    return PurePosixPath(path).name.startswith(".")


def _kind(store: Any, path: str) -> str | None:
    """Return "file" or "directory"; None where there is neither."""
    try:
        return str(store.info(path)["type"]) if path.strip("/") else "directory"
    except FileNotFoundError:
        return None


def content_at(address: str) -> bytes:
    """Return what is in a file.

    Raises:
        SetupError: a package or the credentials for this store are missing.
        MissingInput: no such file, or it cannot be read.
        UnsupportedInput: it is too large, or there is no such kind of store.
    """
    with _telling(address):
        store, path = _store(address)
        with store.open(path, "rb") as file:
            content = bytes(file.read(MOST_BYTES + 1))
    check_size(len(content), address)
    return content


def is_file_at(address: str) -> bool:
    """Tell whether there is a file of exactly this name.

    Raises:
        JdrewriteError: as ``content_at``.
    """
    with _telling(address):
        return _kind(*_store(address)) == "file"


def identity(address: str) -> bytes:
    """Return what changes when a file changes: the store's sum of its bytes, or, where it keeps none, the bytes.

    Raises:
        JdrewriteError: as ``content_at``.
    """
    known = _known_sums.get(address)
    return known.encode() if known else content_at(address)


def _sum(info: dict[str, Any]) -> str:
    return next((f"{name}:{info[name]}:{info.get('size')}" for name in _SUMS if info.get(name)), "")


def _store(address: str) -> tuple[Any, str]:
    """Return the store and the path within it."""
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        way_out = "install it with 'pip install jdrewrite[remote]', or name files on this machine"
        raise SetupError(address, "the package fsspec is not installed", way_out) from None
    try:
        store, path = url_to_fs(address)
    except ImportError as error:
        raise _package_missing(address, error) from None
    return store, str(path)


def _package_missing(address: str, error: ImportError) -> SetupError:
    from fsspec.registry import known_implementations

    scheme = address.partition("://")[0].rpartition("::")[2]
    package = str(known_implementations.get(scheme, {}).get("class", "fsspec.")).partition(".")[0]
    way_out = f"install it with 'pip install {package}'" if package != "fsspec" else f"it says: {error}"
    return SetupError(address, f"the package that reads {scheme}:// is not installed", way_out)


@contextmanager
def _telling(address: str) -> Iterator[None]:
    """Turn what goes wrong into an error of the house."""
    try:
        yield
    except JdrewriteError:
        raise
    except Exception as error:  # noqa: BLE001 - each store raises what it likes
        raise told(address, error) from None


def told(address: str, error: Exception) -> JdrewriteError:
    """Return what is wrong in the words of the house; each store has errors of its own."""
    kind, said = type(error).__name__, " ".join(str(error).split())
    if "Protocol not known" in said:
        reason = f"nothing is known that reads {address.partition('://')[0]}://"
        return UnsupportedInput(address, reason, "check the address, or copy the files to this machine")
    if isinstance(error, FileNotFoundError):
        return MissingInput(address, "there is no such bucket, folder or file", "check the address")
    if "Credential" in kind or "credential" in said.lower() or "NoAuth" in kind:
        way_out = "give your credentials as its own tools expect them (docs/scale.md names those of s3)"
        return SetupError(address, f"the store wants credentials ({kind}: {said})", way_out)
    if isinstance(error, PermissionError):
        return MissingInput(address, f"you are not allowed to read it ({said})", "check your credentials and rights")
    return MissingInput(address, f"it cannot be read ({kind}: {said})", "check the address and the connection")


def _named(address: str, path: str, each: str) -> str:
    """Return the address of a file that was found, in the form in which the user wrote that of its folder."""
    links = address.split("::")
    place = next(number for number, link in enumerate(links) if "://" in link)
    scheme, sign, rest = links[place].partition("://")
    written, inner = scheme + sign + rest.rstrip("/"), path.rstrip("/")
    root = written.removesuffix(inner) if inner and written.endswith(inner) else scheme + sign
    return "::".join([*links[:place], root + each, *links[place + 1 :]])
