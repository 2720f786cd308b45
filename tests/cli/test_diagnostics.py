from __future__ import annotations

import errno
import os

import pytest
import typer

from jdrewrite.cli import diagnostics
from jdrewrite.cli.diagnostics import Diagnostics
from jdrewrite.errors import LanguageDeclined, MissingInput, ModelMissing, OutputError


def test_an_error_is_one_line_with_subject_reason_and_way_out(capsys: pytest.CaptureFixture[str]) -> None:
    code = diagnostics.exit_code_of(OutputError("a\nb.docx", "the disk\x1b[2J is full", "choose another place"))
    assert code == 4
    assert capsys.readouterr().err == "jdrewrite: a b.docx: the disk is full; choose another place.\n"


def test_the_others_go_on_and_the_highest_code_counts() -> None:
    log = Diagnostics()
    reached = []
    for error in (
        LanguageDeclined("b", "the text is in French", "x"),
        MissingInput("a", "not there", "x"),
        None,
    ):
        with log.go_on("path"):
            if error is not None:
                raise error
            reached.append("the third")
    assert reached == ["the third"]
    assert [error.exit_code for _, error in log.errors] == [6, 3]
    with pytest.raises(typer.Exit) as ended:
        log.finish()
    assert ended.value.exit_code == 6


def test_a_fault_in_one_file_is_told_and_the_others_go_on(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("JDREWRITE_DEBUG", raising=False)
    log = Diagnostics()
    with log.go_on("odd.md"):
        raise IndexError("beyond the end")
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "odd.md" in err
    assert "IndexError: beyond the end" in err
    assert "report" in err
    assert log.code == 70


def test_debug_shows_the_traceback(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JDREWRITE_DEBUG", "1")
    log = Diagnostics()
    with log.go_on("odd.md"):
        raise IndexError("beyond the end")
    assert "Traceback (most recent call last)" in capsys.readouterr().err


def test_a_fault_of_the_installation_stops_the_run() -> None:
    log = Diagnostics()
    with pytest.raises(ModelMissing), log.go_on("a.md"):
        raise ModelMissing("small", "it is not installed", "run pip")


def test_nothing_wrong_ends_quietly() -> None:
    diagnosed = Diagnostics()
    with diagnosed.go_on("a.md"):
        pass
    diagnosed.finish()
    assert (diagnosed.code, diagnosed.errors) == (0, [])


def test_a_failed_check_does_not_hide_something_worse() -> None:
    diagnosed = Diagnostics()
    diagnosed.error("a", MissingInput("a", "not there", "x"))
    diagnosed.failed("b: below")
    assert diagnosed.code == 3


def test_an_interruption_has_its_own_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert diagnostics.exit_code_of(KeyboardInterrupt()) == 130
    assert capsys.readouterr().err == "jdrewrite: interrupted\n"


@pytest.mark.parametrize("number", [errno.EACCES, errno.ELOOP, errno.EROFS, errno.ENOSPC])
def test_an_unforeseen_error_of_a_file_names_it_and_is_no_fault(
    capsys: pytest.CaptureFixture[str], number: int
) -> None:
    error = OSError(number, os.strerror(number), "/shut/jobs.md")
    assert diagnostics.exit_code_of(error) == 3
    assert capsys.readouterr().err.startswith("jdrewrite: /shut/jobs.md: it cannot be opened, read or written (")
    log = Diagnostics()
    with log.go_on("a.md"):
        raise error
    assert log.code == 3
    assert diagnostics.exit_code_of(FileNotFoundError(errno.ENOENT, "gone", "rules.toml")) == 70, "nobody foresaw it"


def test_an_interrupted_command_says_so(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    from jdrewrite import catalogue
    from jdrewrite.cli.main import app

    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(catalogue, "functions", interrupted)
    with pytest.raises(SystemExit) as end:
        app(["functions"])
    assert (end.value.code, capsys.readouterr().err) == (130, "jdrewrite: interrupted\n")
