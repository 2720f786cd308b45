from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

import jdrewrite
from jdrewrite.cli import main

from .conftest import Run


def test_version_on_stdout(run: Run) -> None:
    result = run("--version")
    assert (result.stdout, result.stderr, result.exit_code) == (f"jdrewrite {jdrewrite.__version__}\n", "", 0)


def test_no_arguments_in_a_pipe_give_help(run: Run) -> None:
    result = run()
    assert result.exit_code == 0
    assert "check" in result.stdout
    assert "rewrite" in result.stdout


@pytest.mark.parametrize("command", ["check", "rewrite", "verify", "explain", "functions", "label"])
def test_every_command_has_help(run: Run, command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert command in result.stdout
    assert len(result.stdout.splitlines()) > 5


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["chek", "a.md"], "'check'"),
        (["check"], "missing argument"),
        (["check", "--colour", "a.md"], "--colour"),
        (["check", "a.md", "--format", "yaml"], "'json'"),
        (["check", "a.md", "--fail-under", "101"], "100"),
        (["check", "-", "-"], "twice"),
        (["check", "a.md", "--function", "markting"], "'marketing'"),
        (["rewrite", "a.md", "--accept", "all,everything"], "everything: this is no kind"),
        (["rewrite", "a.md", "--accept", ","], "no kind"),
        (["rewrite", "a.md", "b.md", "-o", "c.md"], "several files"),
        (["rewrite", "a.md", "-o", "-", "--format", "json"], "not both"),
        (["rewrite", "a.md", "--to", "docx"], "-o"),
        (["verify", "a.md"], "ORIGINAL and REWRITE"),
        (["verify", "a.md", "b.md", "--jsonl", "c"], "either"),
        (["explain", "frame.inward.mony"], "'frame.inward.money'"),
        (["explain", "zzzz"], "'jdrewrite explain' lists them"),
        (["functions", "sale"], "'sales'"),
    ],
)
def test_wrong_usage_is_one_line_that_helps(run: Run, args: list[str], said: str) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("jdrewrite: ")
    assert result.stderr.count("\n") == 1
    assert said in result.stderr


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """Record what the terminal UI was opened with."""
    calls: list[str | None] = []
    stand_in = ModuleType("jdrewrite.tui")
    stand_in.run = calls.append  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "jdrewrite.tui", stand_in)
    monkeypatch.setattr(main, "is_terminal", lambda: True)
    return calls


def test_no_arguments_on_a_terminal_open_the_ui(run: Run, opened: list[str | None]) -> None:
    assert run().exit_code == 0
    assert opened == [None]


def test_a_file_alone_opens_the_ui(run: Run, opened: list[str | None], jd: Path) -> None:
    assert run(jd).exit_code == 0
    assert opened == [str(jd)]


def test_a_file_named_like_no_command_and_without_ending_opens_too(
    run: Run, opened: list[str | None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "clerk").write_text("Clerk")
    monkeypatch.chdir(tmp_path)
    assert run("clerk").exit_code == 0
    assert opened == ["clerk"]


def test_a_missing_file_is_told_before_the_ui_opens(run: Run, opened: list[str | None]) -> None:
    result = run("nowhere.docx")
    assert result.exit_code == 3
    assert "nowhere.docx: there is no such file" in result.stderr
    assert opened == []


def test_one_file_is_opened_at_a_time(run: Run, opened: list[str | None], jd: Path, tmp_path: Path) -> None:
    (tmp_path / "other.md").write_text("Clerk")
    for before in ((), ("--plain",)):
        result = run(*before, jd, tmp_path / "other.md")
        assert result.exit_code == 2
        assert "one file is opened at a time, and 2 were named; name one" in result.stderr
    assert "try 'jdrewrite --plain FILE'" in run(jd, "--plain").stderr
    assert opened == []


def test_the_ui_needs_a_terminal(run: Run, jd: Path) -> None:
    result = run(jd)
    assert result.exit_code == 2
    assert "jdrewrite check" in result.stderr


def test_an_unexpected_exception_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from jdrewrite.analysis import rules

    def broken() -> None:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr(rules, "all_rules", broken)
    result = run("explain")
    assert result.exit_code == 70
    assert result.stderr.count("\n") == 1
    assert "ZeroDivisionError: by nought" in result.stderr


def test_an_interruption_exits_with_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from jdrewrite.analysis import rules

    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(rules, "all_rules", interrupted)
    result = run("explain")
    assert (result.exit_code, result.stdout) == (130, "")
    assert "Traceback" not in result.stderr


def test_completion_knows_rules_functions_and_kinds() -> None:
    from jdrewrite.cli.explain import _complete
    from jdrewrite.cli.options import _complete_kind, complete_function

    assert "frame.inward.money" in _complete("frame.inw")
    assert complete_function("market") == ["marketing"]
    assert _complete_kind("re") == ["reframe"]


def test_commands_without_a_verb_print_their_help_on_lines_of_its_own(run):
    for name in ("config", "library"):
        done = run(name)
        assert done.exit_code == 2
        lines = done.stderr.splitlines()
        assert len(lines) > 5, "the help is not squeezed into one line"
        assert lines[-1] == f"jdrewrite: name one of these commands; 'jdrewrite {name} --help' tells more."


@pytest.mark.parametrize(("words", "said"), [([], "A browser opens"), (["--no-open"], "Open the address in a browser")])
def test_serve_says_how_to_open_and_how_to_stop_it(run, monkeypatch, words, said):
    import webbrowser

    import jdrewrite.web

    opened = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    monkeypatch.setattr(jdrewrite.web, "serve", lambda path, port, ready: ready("http://127.0.0.1:1/x/"))
    done = run("serve", *words)
    assert done.stdout == "http://127.0.0.1:1/x/\n"
    assert "Ctrl-C here stops it" in done.stderr
    assert said in done.stderr
    assert len(opened) == (not words)
