"""Owns stderr and the exit codes: one line an error, with the way out (``docs/exit-codes.md``)."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import traceback
from collections.abc import Iterator

import typer

from jdrewrite.cli.plain import encodable, one_line
from jdrewrite.errors import JdrewriteError, MissingInput, OutputError, SetupError

FAILED = 1
"""A check failed: a threshold, a rewrite, a line of a JSONL run."""
USAGE = 2
INTERNAL = 70
"""A fault of the program itself (EX_SOFTWARE of sysexits.h)."""
INTERRUPTED = 130
_OF_FILES = {
    errno.EACCES,
    errno.EPERM,
    errno.EROFS,
    errno.ELOOP,
    errno.ENAMETOOLONG,
    errno.ENOTDIR,
    errno.ENOSPC,
    errno.EDQUOT,
    errno.EFBIG,
    errno.EIO,
    errno.ESTALE,
    errno.EMFILE,
}
"""What a user can mend; a file that is not there is foreseen everywhere, so that it would be a fault."""
PIPE_CLOSED = 141
"""Whoever read the output went away; shells report 128 + SIGPIPE for this."""


def say(message: str) -> None:
    """Write one line to stderr."""
    with contextlib.suppress(BrokenPipeError, ValueError):
        print(f"jdrewrite: {one_line(message)}", file=sys.stderr, flush=True)  # noqa: T201


class WrongUsage(JdrewriteError):
    """What was asked for cannot be meant so; the subject is the option or the word."""

    exit_code = USAGE


class InternalError(JdrewriteError):
    """An exception that nobody expected, told as one line."""

    exit_code = INTERNAL

    def __init__(self, subject: str, cause: BaseException) -> None:
        super().__init__(
            subject,
            f"this is a fault of jdrewrite ({type(cause).__name__}: {cause})",
            "please report it, with the output that JDREWRITE_DEBUG=1 gives",
        )


class Diagnostics:
    """Collects what went wrong in one run, so that one bad file does not stop the others."""

    def __init__(self) -> None:
        self.code = 0
        """The highest exit code met so far."""
        self.errors: list[tuple[str, JdrewriteError]] = []
        """File and error, in the order in which they were met."""

    @contextlib.contextmanager
    def go_on(self, path: str) -> Iterator[None]:
        """Turn an error inside the block into its line, and go on after the block.

        Raises:
            SetupError: what is wrong with the installation would be wrong for every file.
        """
        try:
            yield
        except (SetupError, BrokenPipeError):
            raise
        except OSError as cause:
            if _is_of_the_output(cause):
                raise
            trace(cause)
            self.error(path, _of_a_file(cause) or InternalError(path, cause))
        except JdrewriteError as error:
            self.error(path, error)
        except Exception as cause:  # noqa: BLE001 - the other files are not lost for it
            trace(cause)
            self.error(path, InternalError(path, cause))

    def error(self, path: str, error: JdrewriteError) -> None:
        """Tell an error and remember it."""
        say(str(error))
        self.errors.append((encodable(path), error))
        self.code = max(self.code, error.exit_code)

    def failed(self, message: str) -> None:
        """Tell that a check failed; the run exits with 1 unless something worse happens."""
        say(message)
        self.code = max(self.code, FAILED)

    def finish(self) -> None:
        """End the command.

        Raises:
            typer.Exit: with the highest exit code met, where it is not 0.
        """
        if self.code:
            raise typer.Exit(self.code)


def trace(cause: BaseException) -> None:
    """Print the traceback if ``JDREWRITE_DEBUG`` is set."""
    if os.environ.get("JDREWRITE_DEBUG"):
        traceback.print_exception(cause, file=sys.stderr)


def exit_code_of(error: BaseException) -> int:
    """Tell an error that ends the run, and return the exit code that it stands for.

    Usage errors come from typer and are told in the same form as our own.
    """
    if isinstance(error, KeyboardInterrupt | typer.Abort):
        say("interrupted")
        return INTERRUPTED
    if isinstance(error, JdrewriteError):
        say(str(error))
        return error.exit_code
    if hasattr(error, "format_message") and hasattr(error, "exit_code"):
        context = getattr(error, "ctx", None)
        command = context.command_path if context else "jdrewrite"
        if (
            type(error).__name__ == "NoArgsIsHelpError"
        ):  # its message is the whole help: on lines of its own, not in one
            print(error.format_message().rstrip(), file=sys.stderr)  # noqa: T201
            say(f"name one of these commands; '{command} --help' tells more.")
            return int(error.exit_code)
        reason = error.format_message().strip().rstrip(".?").replace(": Value error,", ":")
        say(f"{reason[:1].lower()}{reason[1:]}; see '{command} --help'.")
        return int(error.exit_code)
    if isinstance(error, OSError) and _is_of_the_output(error):
        quiet_after_closed_pipe()
        told = OutputError(
            "standard output", f"it cannot be written ({error.strerror})", "free some space, run it again"
        )
        say(str(told))
        return told.exit_code
    trace(error)
    of_a_file = _of_a_file(error) if isinstance(error, OSError) else None
    last = of_a_file or InternalError("jdrewrite", error)
    say(str(last))
    return last.exit_code


def _of_a_file(error: OSError) -> JdrewriteError | None:
    """Return what is wrong with a file or a disk and was not foreseen where it was met; None for another error."""
    if not error.filename or error.errno not in _OF_FILES:
        return None
    name = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else str(error.filename)
    way_out = "check its permissions, its folder and the disk"
    return MissingInput(name, f"it cannot be opened, read or written ({error.strerror})", way_out)


def _is_of_the_output(error: OSError) -> bool:
    """Tell whether stdout cannot be written any more: errors of files name their file."""
    return error.filename is None and error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}


def quiet_after_closed_pipe() -> None:
    """Let nothing more be written: the interpreter would complain when it flushes stdout at its end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
