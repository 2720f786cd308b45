"""One audit at a time in a folder: a second one would write over the results that the first is still writing."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path

from jdrewrite.errors import OutputError
from jdrewrite.locking import Busy, Lock

FILE = ".audit.lock"
"""It stays; whoever holds it lets go of it with the process, however that ends."""
_WITHOUT_LOCKS = {errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOLCK}
"""What a drive answers that knows no locks: one audit at a time works there as well."""


@contextlib.contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold the folder of an audit, which is made where it is not there, until all is written.

    Raises:
        OutputError: another process holds it, or it cannot be written to.
    """
    with contextlib.ExitStack() as stack:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            stack.enter_context(Lock(folder / FILE, 0))
        except Busy:
            way_out = "wait until it is done, or name another folder with -o"
            raise OutputError(str(folder), "another audit is writing there", way_out) from None
        except (FileExistsError, NotADirectoryError):
            raise OutputError(str(folder), "a file is in its place", "name a folder with -o") from None
        except OSError as error:
            if error.errno not in _WITHOUT_LOCKS:
                reason = f"it cannot be written ({error.strerror or error})"
                raise OutputError(str(folder), reason, "choose another place") from None
        yield
