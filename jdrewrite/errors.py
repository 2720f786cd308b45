"""The errors a user can meet. Each names the file, the reason and the way out, on one line.

::

    JdrewriteError
    +-- InputError            exit 3   the file cannot be read
    |   +-- MissingInput               not there
    |   +-- UnsupportedInput           a directory, a binary file, an unknown format, too large
    |   +-- BrokenInput                truncated, damaged, protected by a password
    |   |-- EmptyInput                 no words in it
    |   `-- NoJob                      words, and no job among them
    +-- OutputError           exit 4   the result cannot be written
    |   `-- OutputExists               it is there and --force was not given
    +-- SetupError            exit 5   something of the installation or the configuration is wrong
    |   +-- ModelMissing               the language model is not installed
    |   |-- DataError                  a rule, a function of the catalogue or a setting is invalid
    |   |-- ConsentMissing             nobody agreed that texts go to this host
    |   |-- KeyMissing                 the engine's key is not there
    |   `-- EngineDenied               the server knows no such key, model or address
    +-- LanguageDeclined      exit 6   the text is not English
    +-- LibraryError          exit 7   the library cannot do what was asked
    |   +-- LibraryDamaged             something in it is damaged, and no copy is whole
    |   +-- LibraryReadOnly            its folder may not be written to, or a newer jdrewrite made it
    |   +-- LibraryBusy                another process holds it
    |   +-- DocumentLocked             somebody else has locked the document
    |   `-- UnknownDocument            no document, or several, go by this name
    +-- EngineError           exit 8   the engine gave no answer that can be used, or only a part of one
    |   `-- BudgetReached              the next request could cost more than the budget leaves
    |-- WrongWord             exit 2   what is given as the word for those served can stand in no sentence
    `-- ProposalRefused       exit 1   an edit that does not fit the document, a rewrite that failed

Exit 0 is success, 1 means that a check failed (a rewrite that lost something, a threshold not reached),
2 is wrong usage, 130 an interruption by the user.
"""

from __future__ import annotations


class JdrewriteError(Exception):
    """Base of all errors that are the user's business.

    Attributes:
        subject: the file, setting or proposal concerned.
        reason: what is wrong, without a full stop.
        way_out: what the user can do, as an imperative without a full stop, or a question with its sign.
    """

    exit_code = 1

    def __init__(self, subject: str, reason: str, way_out: str) -> None:
        super().__init__(subject, reason, way_out)
        self.subject = subject
        self.reason = reason
        self.way_out = way_out

    def __str__(self) -> str:
        return f"{self.subject}: {self.reason}; {self.way_out}{'' if self.way_out.endswith('?') else '.'}"


class InputError(JdrewriteError):
    """The file cannot be read as a job description."""

    exit_code = 3


class MissingInput(InputError):
    """There is no such file, or it may not be read."""


class UnsupportedInput(InputError):
    """A directory, a binary file, a format that is not supported, or a file beyond the limits."""


class BrokenInput(InputError):
    """The file is damaged, truncated, protected by a password, or unsafe to open."""


class EmptyInput(InputError):
    """The file has no words in it."""


class NoJob(InputError):
    """The text describes no job: an error page, a menu, a page on benefits or on how to apply, a to-do list."""


class OutputError(JdrewriteError):
    """The result cannot be written where it was asked for."""

    exit_code = 4


class OutputExists(OutputError):
    """The target exists and may not be overwritten."""


class SetupError(JdrewriteError):
    """Something of the installation or the configuration is wrong."""

    exit_code = 5


class ModelMissing(SetupError):
    """The spaCy model that the settings name is not installed."""


class DataError(SetupError):
    """A rule, a catalogue entry or a setting is invalid; the subject is ``file:line``."""


class ConsentMissing(SetupError):
    """Nobody agreed that texts are sent to the host of this engine."""


class KeyMissing(SetupError):
    """The key of the engine is neither in the environment nor in the keyring."""


class EngineDenied(SetupError):
    """The server refuses every request: a wrong key, no such model, a wrong address."""


class EngineError(JdrewriteError):
    """The engine gave no answer that can be used, or only a part of one."""

    exit_code = 8


class BudgetReached(EngineError):
    """The next request could cost more than the budget leaves; it was not sent."""


class LanguageDeclined(JdrewriteError):
    """The text is not English, so it is not scored."""

    exit_code = 6


class LibraryError(JdrewriteError):
    """The library cannot do what was asked of it."""

    exit_code = 7


class LibraryDamaged(LibraryError):
    """Something in the library is damaged, and so is its second copy."""


class LibraryReadOnly(LibraryError):
    """The library can be read only: its folder may not be written to, or a newer jdrewrite made it."""


class LibraryBusy(LibraryError):
    """Another process holds the library for longer than was to be waited."""


class DocumentLocked(LibraryError):
    """Somebody else has locked the document."""


class UnknownDocument(LibraryError):
    """No document of the library, or more than one, goes by this name."""


class WrongWord(JdrewriteError):
    """What is given as the word for those served cannot stand in a sentence."""

    exit_code = 2


class ProposalRefused(JdrewriteError):
    """An edit does not fit the document, or a proposal failed verification."""
