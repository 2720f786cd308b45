from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

import jdrewrite
from jdrewrite.cli.text_check import served
from jdrewrite.errors import LanguageDeclined
from jdrewrite.model import LENSES, Assessment, CustomerWord, Document, Reason

from .conftest import JD, ORIGINAL, Run, assessment_of

Analysed = dict[str, object]


def test_text_has_title_function_score_lenses_and_findings(run: Run, analysed: Analysed, jd: Path) -> None:
    result = run("check", jd)
    assert result.exit_code == 0
    assert result.stderr == ""
    out = result.stdout
    assert f"Phone adviser  {jd}" in out
    assert "customer-service (90%), sales (40%)" in out
    assert "callers (named once)" in out
    assert "41 of 100" in out
    for lens in LENSES:
        assert f"~ {lens}" in out
    assert f"Line 3: {ORIGINAL}" in out
    assert "! warning: The end that it names is money.  [frame.inward.money]" in out
    assert '"maximise revenue"' in out
    assert "Say what callers get of it." in out
    assert "The text as a whole" in out
    assert "1 job description, score 41, 0 strengths, 1 suggestion, 1 warning." in out


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        (
            CustomerWord(plural="guests", source="text", count=2, direct="inside"),
            "guests (named twice), through colleagues",
        ),
        (
            CustomerWord(plural="guests", source="function", direct="inside", receivers="staff"),
            "guests (the usual word; the text names nobody by it; a guess: say whom with --serves), through staff",
        ),
        (
            CustomerWord(plural="guests", source="text", count=2, direct="partners", partners="agency partners"),
            "guests (named twice), through agency partners",
        ),
        (CustomerWord(plural="guests", source="given", count=2), "guests (as you said; named twice)"),
    ],
)
def test_it_says_through_whom_the_work_reaches_those_served(
    run: Run, jd: Path, monkeypatch: pytest.MonkeyPatch, word: CustomerWord, shown: str
) -> None:
    def analyse(document: Document, **_: object) -> object:
        return msgspec.structs.replace(assessment_of(document), customer_word=word)

    monkeypatch.setattr(jdrewrite, "analyse", analyse)
    assert shown in run("check", jd).stdout


def test_every_place_where_the_text_has_the_word_is_counted(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "# Night Auditor\n\n## Duties\n\n- Help guests of the hotel.\n- Sell goods to guests.\n- Balance the house.\n"
        "\n## Requirements\n\n- Two years of work with hotel guests.\n"
    )
    assert "guests (named 3 times)" in run("check", path).stdout


def test_it_names_the_trade_whose_words_its_examples_have(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Town Librarian\n\n## Duties\n- Lends books at the desk of the library.\n")
    assert "%); trade: libraries\n" in run("check", tmp_path / "a.md").stdout
    (document,) = json.loads(run("check", "--format", "json", tmp_path / "a.md").stdout)["documents"]
    assert document["trade"] == "libraries"


def test_no_escape_codes_in_a_pipe(run: Run, analysed: Analysed, jd: Path) -> None:
    assert "\x1b" not in run("check", jd).stdout


def test_colour_when_it_is_asked_for_and_not_when_it_is_refused(
    run: Run, analysed: Analysed, jd: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    coloured = run("check", jd).stdout
    assert "\x1b[31m" in coloured
    assert coloured.count("\n\n") >= 4
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run("check", jd).stdout


def test_reasons_are_shown_on_request(run: Run, analysed: Analysed, jd: Path) -> None:
    assert "missing as a duty: more voice" not in run("check", jd).stdout
    out = run("check", "--reasons", jd).stdout
    assert "missing as a duty: more voice" in out
    assert "+5.1 line 3: every caller" in out


@pytest.mark.parametrize(
    ("count", "rest"), [(4, "+1.5 line 4: callers"), (6, "+4.5 3 more, lines 4, 5, 6; --format json")]
)
def test_points_of_reasons_add_up(run: Run, monkeypatch: pytest.MonkeyPatch, jd: Path, count: int, rest: str) -> None:
    lines = tuple(Reason(points=1.5, text="callers", line=number) for number in range(1, count + 1))

    def analyse(document: Document, **_: object) -> Assessment:
        plain = assessment_of(document)
        lenses = tuple(msgspec.structs.replace(part, reasons=lines) for part in plain.score.lenses)
        return msgspec.structs.replace(plain, score=msgspec.structs.replace(plain.score, lenses=lenses))

    monkeypatch.setattr(jdrewrite, "analyse", analyse)
    told = run("check", "--reasons", jd).stdout
    assert "+1.5 line 3: callers" in told
    assert rest in told


def test_json_has_everything_and_nothing_else(run: Run, analysed: Analysed, jd: Path) -> None:
    result = run("check", "--format", "json", jd)
    told = json.loads(result.stdout)
    assert told["schema"] == "check/1"
    assert told["jdrewrite"] == jdrewrite.__version__
    assert told["errors"] == []
    (document,) = told["documents"]
    assert document["path"] == str(jd)
    assert document["score"] == 41.0
    assert document["function"][0] == {"name": "customer-service", "confidence": 0.9}
    assert document["customer_word"] == "callers"
    assert list(document["lenses"]) == list(LENSES)
    assert document["lenses"]["voice"]["missing"][0]["text"] == "as a duty: more voice"
    statement = document["statements"][0]
    assert statement["text"] == ORIGINAL
    assert statement["line"] == 3
    assert statement["labels"]["frame"] == "inward"
    assert document["findings"][0]["statement"] == statement["id"]
    assert document["score_version"] == "1"


def test_standard_input(run: Run, analysed: Analysed) -> None:
    result = run("check", "-", "--format", "json", stdin=JD)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["documents"][0]["path"] == "-"


def test_empty_standard_input_is_an_error(run: Run, analysed: Analysed) -> None:
    result = run("check", "-", stdin=" \n")
    assert result.exit_code == 3
    assert "standard input: nothing came in" in result.stderr


def test_one_bad_file_does_not_stop_the_others(run: Run, analysed: Analysed, jd: Path, tmp_path: Path) -> None:
    missing, empty = tmp_path / "missing.md", tmp_path / "empty.txt"
    empty.touch()
    result = run("check", "--format", "json", missing, empty, jd, tmp_path)
    assert result.exit_code == 3
    told = json.loads(result.stdout)
    assert [d["path"] for d in told["documents"]] == [str(jd)]
    assert [(e["path"], e["error"]["exit_code"]) for e in told["errors"]] == [
        (str(missing), 3),
        (str(empty), 3),
        (str(tmp_path), 3),
    ]
    assert all(e["error"]["reason"] and e["error"]["way_out"] for e in told["errors"])
    assert result.stderr.count("\n") == 3


def test_a_declined_language_is_named(run: Run, jd: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def analyse(document: Document, **_: object) -> None:
        raise LanguageDeclined(document.path, "the text is in French", "give an English version")

    monkeypatch.setattr(jdrewrite, "analyse", analyse)
    result = run("check", jd)
    assert result.exit_code == 6
    assert "French" in result.stderr
    assert result.stdout == "1 not read.\n"


def test_fail_under(run: Run, analysed: Analysed, jd: Path) -> None:
    assert run("check", "--fail-under", "41", jd).exit_code == 0
    result = run("check", "--fail-under", "41.5", jd)
    assert result.exit_code == 1
    assert "41.0 is below 41.5" in result.stderr
    assert "41 of 100" in result.stdout


def test_the_function_is_passed_on(run: Run, analysed: Analysed, jd: Path) -> None:
    run("check", "--function", "marketing", jd)
    assert analysed["function"] == "marketing"


def test_text_of_a_hostile_file_does_not_reach_the_terminal(
    run: Run, jd: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile = "\x1b]0;owned\x07Sell \x1b[2J\x9b5mmore\u202e."

    def analyse(document: Document, **_: object) -> object:
        import msgspec

        found = assessment_of(document)
        first = msgspec.structs.replace(found.statements[0], text=hostile)
        finding = msgspec.structs.replace(found.findings[0], excerpt=hostile, message=f"[bold]{hostile}")
        return msgspec.structs.replace(
            found, title=hostile, statements=(first, *found.statements[1:]), findings=(finding,)
        )

    monkeypatch.setattr(jdrewrite, "analyse", analyse)
    text = run("check", jd).stdout
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(text)
    assert "[bold]Sell more." in text
    told = run("check", "--format", "json", jd).stdout
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(told)
    assert json.loads(told)["documents"][0]["title"] == hostile


def test_notes_of_the_reader_go_to_stderr(run: Run, analysed: Analysed, tmp_path: Path) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes("Chef de café\n\n- Serve every guest of the café.\n- Keep the café tidy.\n".encode("latin-1"))
    result = run("check", path)
    assert result.exit_code == 0
    assert "encoding" in result.stderr


def test_lines_wrap_on_a_terminal_and_not_in_a_pipe(
    run: Run, analysed: Analysed, jd: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    assert max(len(row) for row in run("check", jd).stdout.splitlines()) > 60
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    assert max(len(row) for row in run("check", jd).stdout.splitlines()) == 40


def test_a_title_that_is_read_wrongly_can_be_given(run: Run, jd: Path, tmp_path: Path) -> None:
    result = run("check", "--format", "json", "--title", "Registered  Nurse", jd)
    assert result.exit_code == 0
    (found,) = json.loads(result.stdout)["documents"]
    assert found["title"] == "Registered Nurse"
    assert found["function"][0]["name"] == "healthcare"
    assert run("check", "--title", " ", jd).exit_code == 2
    other = tmp_path / "other.md"
    other.write_text(jd.read_text())
    result = run("check", "--title", "Nurse", jd, other)
    assert result.exit_code == 2
    assert "names one job" in result.stderr


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        (
            CustomerWord(plural="members of the public", source="text", count=2, words=("people", "young people")),
            "members of the public (named twice, as “people” and “young people”)",
        ),
        (
            CustomerWord(plural="residents", source="text", count=3, words=("residents", "resident")),
            "residents (named 3 times)",
        ),
        (
            CustomerWord(plural="customers", source="function"),
            "customers (the usual word; the text names nobody by it; a guess: say whom with --serves)",
        ),
        (
            CustomerWord(plural="clients", source="text", count=1, beside=True),
            "clients (named once, only beside suppliers and the like; a guess: say whom with --serves)",
        ),
        (CustomerWord(plural="those", source="nobody"), "those (the text names nobody served; say whom with --serves)"),
    ],
)
def test_how_those_served_are_known(jd: Path, word: CustomerWord, shown: str) -> None:
    assessment = msgspec.structs.replace(assessment_of(jdrewrite.read(str(jd))), customer_word=word)
    assert served(assessment) == shown


def test_a_strength_that_brings_no_points_says_why(run: Run) -> None:
    duties = "# Clerk\n\n## Duties\n\n- Upsell every customer to increase revenue.\n- File the letters.\n"
    out = run("check", "-", stdin=duties).stdout
    assert "Earns nothing here, because those served are named, but for the organisation's own end." in out


def test_a_comment_that_silences_no_rule_is_told(run: Run, analysed: Analysed, tmp_path: Path) -> None:
    path = tmp_path / "clerk.md"
    path.write_text(
        "# Clerk\n\n- Pay bills. <!-- jdrewrite: ignore frme.* -->\n- File. <!-- jdrewrite: ignore sight.here -->\n"
    )
    told = run("check", path).stderr
    assert "clerk.md:3: no rule has the id 'frme.*'" in told
    assert "sight.here" not in told


def test_the_example_for_a_line_is_what_is_proposed_for_it(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "# Utility Billing Clerk\n\n## Duties\n\n- Posts utility payments into the billing system.\n"
        "- Answers customer questions regarding problems with their account.\n- Posts and processes deposit refunds.\n"
        "- Prepares and mails utility bills.\n"
    )
    (told,) = json.loads(run("check", "--format", "json", path).stdout)["documents"]
    (revised,) = json.loads(run("rewrite", "--format", "json", path).stdout)["documents"]
    advice = {f["statement"]: f["suggestion"] for f in told["findings"] if f["rule"] == "sight.here"}
    shared = [p for p in revised["proposals"] if p["kind"] == "connect" and p["statement"] in advice]
    assert shared
    for each in shared:
        end = advice[each["statement"]].partition("For instance: ")[2].rstrip(".")
        assert end
        assert each["proposed"].rstrip(".").endswith(end)
