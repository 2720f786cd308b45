"""``jdrewrite reflect`` through a pipe: leave, resume, move about, export, look back."""

import shlex
from pathlib import Path

import pytest

import jdrewrite
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


def test_a_habit_stands_on_the_page_as_it_was_said(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "page.md"
    habit = [{"in 3 weeks": "every Friday"}.get(words, words) for words in ANSWERS]
    result = run("reflect", "--function", PERSON.function, "--export", target, stdin=lines(*habit))
    assert "Kept as a habit: every Friday." in result.stdout
    assert "Call the wards (every Friday)" in target.read_text()
    assert "Call the wards (every Friday)" in run("reflect", "--look-back", stdin=lines("done")).stdout


def test_the_end_of_the_input_loses_nothing(run: Run) -> None:
    assert run("reflect", stdin="I type letters").exit_code == 0
    assert store.all_of()[0].answers == {"job": "I type letters"}


def test_through_a_pipe_a_day_that_is_none_takes_no_other_answer_with_it(run: Run) -> None:
    result = run("reflect", stdin=lines(*ANSWERS[:15], "when I can", *ANSWERS[16:]))
    assert "“when I can” names no day that is still to come: the day is left open" in result.stdout
    [exercise] = store.all_of()
    assert exercise.said("first") == ANSWERS[14]
    assert exercise.said("first-by") == ""
    assert exercise.drafts == {"first-by": "when I can"}
    assert exercise.said("ask") == "Let me see the complaints"


def test_the_day_that_was_understood_is_told(run: Run) -> None:
    assert "That is Thursday, 31 January 2097." in run("reflect", stdin=lines(*ANSWERS[:15], "2097-01-31")).stdout


def test_the_page_holds_what_the_end_shows_and_no_answer_else(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "page.md"
    insult = "the boss is a walnut"
    said = [*ANSWERS[:10], insult, *ANSWERS[11:]]
    result = run("reflect", "--function", PERSON.function, "--export", target, stdin=lines(*said))
    shown = result.stdout[result.stdout.index("A reflection") :]
    page = [block.text for block in jdrewrite.read(target).blocks]
    assert insult not in target.read_text()
    assert all(text in shown for text in page[1:])
    run("reflect", "--resume", "--export", target, "--force", "--with-answers", stdin="\n")
    assert insult in target.read_text()


def test_half_a_reflection_writes_no_page_that_stands_in_the_way(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "my page.md"
    left = run("reflect", "--export", target, "--with-answers", stdin=lines(*ANSWERS[:3], "/leave"))
    assert "not written yet" in left.stderr
    assert not target.exists()
    way_on = shlex.split(
        next(line for line in left.stderr.splitlines() if "To go on:" in line).partition("To go on:")[2]
    )
    assert way_on == ["jdrewrite", "reflect", "--resume", "--export", str(target), "--with-answers"]
    done = run(*way_on[1:], stdin=lines(*ANSWERS[3:]))
    assert done.exit_code == 0, done.stderr
    assert target.exists()


def test_nothing_said_is_nothing_kept(run: Run) -> None:
    run("reflect", stdin=lines(*ANSWERS[:5]))
    empty = run("reflect", stdin="")
    assert "nothing was written, so nothing is kept" in empty.stderr
    [exercise] = store.all_of()
    assert len(exercise.answers) == 5
    assert run("reflect", "--resume", stdin=lines(*ANSWERS[5:])).exit_code == 0
    [exercise] = store.all_of()
    assert exercise.finished


def test_an_older_one_is_listed_and_taken_up_by_its_name_or_day(run: Run) -> None:
    run("reflect", stdin=lines("I type letters"))
    run("reflect", stdin=lines("I drive the bus"))
    first, second = store.all_of()
    listed = run("reflect", "--list").stdout
    assert first.id in listed
    assert "I drive the bus" in listed
    assert "left at “What leaves your hands when your work is done?”" in listed
    assert "several" not in listed
    run("reflect", "--resume", first.id[:14], stdin=lines("letters"))
    assert store.all_of()[0].said("hands") == "letters"
    several = run("reflect", "--resume", first.begun)
    assert several.exit_code == 2
    assert second.id in several.stderr
    assert "--list" in run("reflect", "--resume", "1999").stderr
    assert run("reflect", first.id).exit_code == 2


def test_a_finished_one_is_corrected(run: Run) -> None:
    run("reflect", stdin=lines(*ANSWERS))
    result = run("reflect", "--resume", stdin=lines("2", "better hands", "99", "15", "/clear", ""))
    assert "A number from 1 to" in result.stdout
    [exercise] = store.all_of()
    assert exercise.said("hands") == "better hands"
    assert exercise.said("first") == ""
    assert (exercise.at, bool(exercise.finished)) == ("end", True)
    assert "better hands" in result.stdout[result.stdout.index("A number from") :]


def test_a_day_that_is_corrected_with_words_that_name_none_stays_and_that_is_said(run: Run) -> None:
    run("reflect", stdin=lines(*ANSWERS))
    said = store.all_of()[0].said("first-by")
    result = run("reflect", "--resume", stdin=lines("16", "15/13/2026", ""))
    assert "names no day that is still to come: it stays as it was, " in result.stdout
    assert "left open" not in result.stdout
    assert store.all_of()[0].said("first-by") == said


def test_a_page_of_nothing_is_not_promised_for_later(run: Run, tmp_path: Path) -> None:
    told = run("reflect", "--export", tmp_path / "page.md", stdin=lines(*[""] * 40)).stderr
    assert "is not written: nothing was said" in told
    assert "--resume" not in told


def test_commands_are_no_answers(run: Run) -> None:
    result = run("reflect", stdin=lines("/help", "help", "/hlep", "I type letters", "/quit"))
    assert store.all_of()[0].answers == {"job": "I type letters"}
    assert "/leave" in result.stdout.split("What is your job?")[0]
    assert "“/hlep” is no command here" in result.stdout
    run("reflect", stdin=lines("/etc/hosts", "/dev", "/dev"))
    assert store.all_of()[1].answers == {"job": "/etc/hosts", "hands": "/dev"}


def test_another_function_is_taken_on_the_second_day(run: Run) -> None:
    run("reflect", stdin=lines("I type letters"))
    result = run("reflect", "--resume", "--function", "healthcare", stdin="")
    assert "healthcare" in result.stderr
    assert store.all_of()[0].function == "healthcare"


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
    assert store.all_of()[0].function == "accounts-receivable-payable/accounts receivable"
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


def test_comments_that_are_on_other_work_are_told_as_such(run: Run, tmp_path: Path) -> None:
    (tmp_path / "c.csv").write_text("comment\nThe app crashes every time I open my pension statement.\n")
    result = run("reflect", "--function", "legal-compliance", "--comments", tmp_path / "c.csv", stdin=lines("/leave"))
    assert "of 1 comment none is known to be on this work" in result.stderr


def test_no_hint_is_shown_twice_at_a_question(run: Run) -> None:
    out = run("reflect", "--function", "healthcare", stdin=lines("", "/?", "/?", "", "/leave")).stdout
    shown = out.partition("What leaves your hands")[2].partition("Who takes it next?")[0]
    hints = [line.strip() for line in shown.splitlines() if line.startswith("  - ")]
    assert len(hints) > 2
    assert len(hints) == len(set(hints))
    assert "There are no more hints here." in shown


def test_a_stray_letter_is_no_paragraph_before_it_is_asked_about(run: Run) -> None:
    said = [*(PERSON.said(step) for step in ONION), "n", "", "", "", "", "/leave"]
    out = run("reflect", stdin=lines(*said)).stdout
    assert "“n” would stand in place of the whole paragraph" in out
    assert store.all_of()[0].said("paragraph") == ""
    run("reflect", stdin=lines(*said[:-5], "n", "n", "/leave"))
    assert store.all_of()[-1].said("paragraph") == "n", "who writes it twice means it"


def test_an_answer_beyond_all_measure_is_told(run: Run) -> None:
    result = run("reflect", stdin=lines("I type", "x" * 50_000))
    assert "first 20,000 characters are kept" in result.stdout
    assert len(store.all_of()[0].said("hands")) == 20_000


def test_words_that_answer_nothing_pass_over_a_question(run: Run) -> None:
    said = ["I type letters.", "idk", "N/A", "-", "no", "not sure yet", "no idea.", "nope", "nothing", "nothing"]
    rest = ["n/a", "I don't know", "none", "yes", "nothing", "none", "no", "tbd", "..."]
    out = run("reflect", stdin=lines(*said, *rest)).stdout
    [exercise] = store.all_of()
    assert exercise.finished
    assert exercise.answers == {"job": "I type letters.", "voice": "nothing", "decide": "nothing"}
    assert out.count("/back comes to it again") == 1, "told once"
    assert "Kept as it stands." in out


def test_an_answer_that_begins_like_a_pass_is_one(run: Run) -> None:
    said = ["No-nonsense cooking.", "No two plates are alike", "Passengers", "xylophones", "No one I know of"]
    run("reflect", stdin=lines(*said))
    assert list(store.all_of()[0].answers.values()) == said
