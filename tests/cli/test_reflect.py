"""``jdrewrite reflect`` through a pipe: leave, resume, move about, export, look back."""

from pathlib import Path

import pytest

from jdrewrite.reflection import store
from tests.cli.conftest import Run
from tests.reflection.people import ONION, people

NAME, PERSON, COMPOSED = people()[0]
ANSWERS = [
    *(PERSON.said(step) for step in ONION),
    "",
    "Call the wards",
    "in 3 weeks",
    "",
    "",
    "Let me see the complaints",
    "",
]


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JDREWRITE_REFLECTIONS", str(tmp_path / "reflections"))


def lines(*words: str) -> str:
    return "".join(f"{word}\n" for word in words)


def test_from_the_first_question_to_the_page(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "page.md"
    result = run("reflect", "--function", PERSON.function, "--export", target, stdin=lines(*ANSWERS))
    assert result.exit_code == 0, result.stderr
    assert "nobody is named yet" in result.stdout
    assert COMPOSED in result.stdout
    shown = target.read_text()
    assert COMPOSED in shown
    assert "Call the wards (by " in shown
    assert len(store.all_of(finished=True)) == 1


def test_left_and_taken_up_again(run: Run) -> None:
    left = run("reflect", stdin=lines(*ANSWERS[:3], "/leave"))
    assert "--resume" in left.stdout
    assert [e.at for e in store.all_of()] == ["use"]
    run("reflect", "--resume", stdin=lines("/back", "/back", "other hands", "/forward", *ANSWERS[3:]))
    [exercise] = store.all_of()
    assert exercise.finished
    assert exercise.said("hands") == "other hands"
    assert exercise.said("next") == ANSWERS[2]


def test_the_end_of_the_input_loses_nothing(run: Run) -> None:
    assert run("reflect", stdin="I type letters").exit_code == 0
    assert store.all_of()[0].answers == {"job": "I type letters"}


def test_a_day_that_is_none_is_asked_again(run: Run) -> None:
    result = run("reflect", stdin=lines(*ANSWERS[:15], "when I can", "2000-01-01", "in 3 weeks", *ANSWERS[16:]))
    assert result.stdout.count("names no day that is still to come") == 2
    assert store.all_of()[0].said("first-by")


def test_looking_back(run: Run, tmp_path: Path) -> None:
    assert run("reflect", "--look-back", stdin="").exit_code == 2
    run("reflect", stdin=lines(*ANSWERS))
    result = run("reflect", "--look-back", "--export", tmp_path / "p.md", stdin=lines("done, the wards noticed"))
    assert COMPOSED in result.stdout
    assert "looking back: done, the wards noticed" in (tmp_path / "p.md").read_text()


def test_the_own_job_description_gives_hints(run: Run) -> None:
    jd = Path(__file__).parents[2] / "examples/word/accounts-receivable-specialist.docx"
    result = run("reflect", "--jd", jd, stdin=lines("I type", "/?", "/leave"))
    assert result.exit_code == 0, result.stderr
    assert store.all_of()[0].function == "accounts-receivable-payable"
    assert store.all_of()[0].title


@pytest.mark.parametrize("name", ["page.pdf", "there.md", "nowhere/page.md"])
def test_a_page_that_cannot_be_written_is_told_before_anything_is_asked(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "there.md").write_text("mine")
    result = run("reflect", "--export", tmp_path / name, stdin=lines(*ANSWERS))
    assert result.exit_code in {2, 4}
    assert result.stdout == ""
    assert (tmp_path / "there.md").read_text() == "mine"


def test_what_customers_said_of_the_own_work_is_shown(run: Run) -> None:
    comments = Path(__file__).parents[2] / "examples/quarter/comments.csv"
    said = lines(*ANSWERS[:8], "/leave")
    result = run("reflect", "--function", PERSON.function, "--comments", comments, stdin=said)
    assert result.exit_code == 0, result.stderr
    assert "I ordered six and paid for eight.”" in result.stdout
    assert "Regards, [name]”" in result.stdout, "what was masked is shown as masked"
    assert "4111" not in result.stdout


def test_an_answer_beyond_all_measure_is_told(run: Run) -> None:
    result = run("reflect", stdin=lines("I type", "x" * 50_000))
    assert "first 20,000 characters are kept" in result.stdout
    assert len(store.all_of()[0].said("hands")) == 20_000
