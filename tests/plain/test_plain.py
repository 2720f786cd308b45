"""The plain mode: lines in, lines out. The machine is pure; one conversation runs over real analysis."""

import re
import zipfile

import msgspec
import pytest

from jdrewrite.config import config
from jdrewrite.documents import read
from jdrewrite.editing import acts, wholetext
from jdrewrite.keeping.library_shelf import LibraryShelf
from jdrewrite.keeping.shelf import NoShelf
from jdrewrite.plain import moving, running
from jdrewrite.plain.commands import TABLE, answer
from jdrewrite.plain.running import Conversation
from jdrewrite.plain.state import Copy, Leave, Order, State, Write
from jdrewrite.workshop.client import Here
from jdrewrite.workshop.orders import Judged, Offered
from tests.editing.conftest import DOUBTED, PASSED, REFUSED, proposal
from tests.rewriting.clerk import IMPERATIVE


@pytest.fixture
def state(session):
    return State(session=session)


def follow(state, *lines):
    """The last step of several typed lines; none of them may need the outside."""
    step = None
    for line in lines:
        step = answer(state, line)
        assert step.effect is None, line
        state = step.state
    return step


def test_enter_goes_to_the_next_proposal_and_everything_is_told(state):
    told = "\n".join(follow(state, "").lines)
    assert "Line 4, duties." in told
    assert "Now: Enter invoices into the ledger." in told
    assert "Proposed: Enter invoices into the ledger, so that customers can pay." in told
    assert "Judge: nothing lost, nothing invented." in told


@pytest.mark.parametrize("command", ["a", "r", "reopen", "wordings", "edit Sing.", "add Sing.", "note x", "lock"])
def test_no_command_acts_on_a_line_that_was_not_read_out(state, command):
    step = follow(state, command)
    assert step.state.session == state.session
    assert step.lines == (moving.NONE_HEARD,)
    through = follow(state, "", "lens sight", command)
    assert through.lines == (moving.NONE_HEARD,)


def test_a_proposal_in_other_words_than_were_read_out_is_read_out_first(state):
    heard = follow(state, "").state
    other = proposal(1, text="Enter invoices into the ledger, so that bills are right.")
    desk = msgspec.structs.replace(heard.session.desk, proposals=(other,))
    changed = msgspec.structs.replace(heard, session=heard.session.did(desk, "read it for others"))
    step = follow(changed, "a")
    assert not step.state.session.desk.edits()
    assert step.lines[0] == moving.NOT_HEARD
    assert f"Proposed: {other.proposed}" in step.lines
    assert follow(step.state, "a").state.session.desk.edits()


def test_deciding_undo_and_redo(state):
    step = follow(state, "", "a")
    assert step.lines[0] == "You accepted the proposal in line 4."
    assert step.lines[1] == "New line 4a, text."
    assert len(step.state.session.desk.edits()) == 1
    step = follow(step.state, "undo")
    assert step.lines[:2] == ("Undone: accepted the proposal in line 4.", "Line 4, duties.")
    assert not step.state.session.desk.edits()
    assert follow(step.state, "redo").state.session.desk.edits()
    assert follow(state, "undo").lines == ("There is nothing to undo.",)
    assert "rejected" in follow(state, "", "reject").lines[0]
    assert "took the decision back" in follow(state, "", "a", "goto 4", "reopen").lines[0]


def test_a_refused_proposal_asks_for_a_reason(state):
    place = next(row.place for row in state.session.shown if row.key == "p2")
    step = follow(state, f"goto {place}", "accept")
    assert "Why should it stand" in step.lines[0]
    assert "no reason" in follow(step.state, "").lines[0]
    forced = follow(step.state, "agreed with Kim")
    assert forced.state.session.desk.decision("p2").override == "agreed with Kim"


@pytest.mark.parametrize("typed", ["n", "No.", "x", "serves citizens", "undo"])
def test_no_and_a_command_are_no_reason(state, typed):
    place = next(row.place for row in state.session.shown if row.key == "p2")
    step = follow(state, f"goto {place}", "accept", typed)
    assert "Left as it was" in step.lines[0]
    assert step.state.question is None
    assert step.state.session.desk.decision("p2") == state.session.desk.decision("p2")


def test_own_words_go_before_the_judge(state):
    step = answer(follow(state, "find telephone").state, "edit Answer the telephone politely, please.")
    assert isinstance(step.effect, Order)
    assert step.effect.order.pairs == (("Answer the telephone politely.", "Answer the telephone politely, please."),)
    done = step.effect.then(step.state, (Judged(verdicts=(PASSED,)),))
    assert [e.text for e in done.state.session.desk.edits()] == ["Answer the telephone politely, please."]
    refused = step.effect.then(step.state, (Judged(verdicts=(REFUSED,)),))
    assert not refused.state.session.desk.edits()
    assert follow(refused.state, "as agreed").state.session.desk.edits()
    doubted = step.effect.then(step.state, (Judged(verdicts=(DOUBTED,)),))
    assert "The judge is in doubt about this wording (perhaps lost: customer" in doubted.lines[0]
    assert "refused" not in " ".join(doubted.lines)
    assert follow(doubted.state, "the voters are named").state.session.desk.edits()
    step = answer(follow(state, "find telephone").state, "add Ask callers.")
    done = step.effect.then(step.state, (Judged(verdicts=(PASSED,)),))
    assert "- Ask callers." in wholetext.text(done.state.session.desk)


def test_other_wordings_are_told_and_taken_by_number(state):
    step = answer(follow(state, "").state, "wordings")
    offers = (proposal(7, text="Enter invoices into the ledger, so that bills are right."),)
    step = step.effect.then(step.state, (Offered(proposals=offers),))
    assert step.lines[0].startswith("1. Enter invoices")
    assert "None is taken." in follow(step.state, "").lines
    taken = follow(step.state, "1").state.session.desk
    assert [e.text for e in taken.edits()] == [offers[0].proposed]


def test_locks_notes_lenses_finding_and_listing(state):
    step = follow(state, "find telephone", "lock", "note ask Kim", "show")
    assert "Locked." in step.lines
    assert "Note: ask Kim" in step.lines
    assert follow(step.state, "edit Sing.").lines == ("This line is locked. Unlock it first.",)
    listed = follow(state, "list").lines
    assert any(line.startswith("4. Proposal: Enter invoices") for line in listed)
    assert len(follow(state, "lens voice", "list").lines) < len(listed)
    assert len(follow(state, "lens voice", "lens all", "list").lines) == len(listed)
    assert follow(state, "find nothing of the kind").lines == ("Nothing found.",)
    assert follow(state, "section 2").lines[1] == "Duties"


def test_every_command_is_in_the_help_and_strange_words_do_no_harm(state):
    told = "\n".join(follow(state, "help").lines)
    for command in TABLE:
        assert command.names[0] in told
        assert command.help.endswith(".")
    names = [name for command in TABLE for name in command.names]
    assert len(names) == len(set(names))
    assert "no command 'frobnicate'" in follow(state, "frobnicate the thing").lines[0]


def test_what_the_outside_is_asked_for(state):
    assert isinstance(answer(state, "quit").effect, Leave)
    assert answer(state, "copy").effect == Copy(wholetext.text(state.session.desk))
    effect = answer(state, "export markdown /tmp/x.md").effect
    assert isinstance(effect, Write)
    assert (effect.path, effect.target.format, effect.force) == ("/tmp/x.md", "markdown", False)
    assert "Which format?" in follow(state, "export nonsense").lines[0]
    follow(state, "preview", "preview docx", "compare", "original", "result", "score", "reasons", "kind")


@pytest.fixture
def talk(tmp_path, monkeypatch, capsys):
    """Types lines to a real conversation about a file, and returns what was printed."""
    monkeypatch.setenv("JDREWRITE_LIBRARY", str(tmp_path / "library"))
    monkeypatch.setenv("JDREWRITE_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("JDREWRITE_CONFIG", str(tmp_path / "config.toml"))
    config.cache_clear()
    path = tmp_path / "clerk.md"
    path.write_text(IMPERATIVE)

    def typed(*lines, shelf=None):
        waiting = iter(lines)
        monkeypatch.setattr("builtins.input", lambda prompt: next(waiting, None) or _end(waiting, lines))
        code = Conversation(Here(), shelf or LibraryShelf()).run(str(path))
        assert code == 0
        return capsys.readouterr().out

    def _end(waiting, lines):
        if waiting.__length_hint__():
            return ""
        raise EOFError

    yield path, typed
    config.cache_clear()


def test_the_whole_job_line_by_line(talk):
    path, typed = talk
    out = typed("next", "a", "find plants", "edit Water the plants in the office.", "undo", "export", "quit")
    assert "Score" in out
    assert "You accepted the proposal" in out
    assert "The score moved" in out
    assert "Undone: rewrote the words" in out
    assert "Written to" in out
    target = path.with_name("clerk.rewritten.md")
    assert len([1 for a, b in zip(read(path).blocks, read(target).blocks, strict=False) if a.text != b.text]) >= 1
    assert "Water the office plants." in target.read_text()
    assert path.read_text() == IMPERATIVE
    again = typed("list", "export", "no", "quit")
    assert "Accepted: " in again
    assert "Overwrite it?" in again
    assert "That file is kept." in again
    target.write_text("answer of the manager")
    again = typed("list", "export", "yes", "export", "no", "quit")
    assert again.count("Overwrite it?") == 2
    assert "Water the office plants." in target.read_text()


def test_an_editor_another_function_and_errors(talk, monkeypatch):
    _, typed = talk
    monkeypatch.setattr(running, "edited", lambda text, title: text.replace("office plants", "plants of the office"))
    out = typed(
        "editor",
        "function legal-compliance",
        "engine nobody",
        "open /no/such.md",
        "export text /no/such/x.txt",
        "copy",
        shelf=NoShelf(),
    )
    assert "1 change was taken over." in out
    assert "Reading the text for another function." in out
    assert "Read as work of the function legal-compliance;" in out
    assert "Engines: offline" in out
    assert "there is no such file" in out
    assert "there is no such folder" in out
    assert "\x1b]52;c;" in out


def test_a_file_that_somebody_else_changed_is_told_before_it_is_written(talk, monkeypatch):
    path, typed = talk
    target = path.with_name("clerk.rewritten.md")
    typed("next", "a", "quit")
    real = running.is_changed
    seen = []

    def meanwhile(document):
        if not seen:
            seen.append(path.write_text(IMPERATIVE.replace("plants", "flowers")))
        return real(document)

    monkeypatch.setattr(running, "is_changed", meanwhile)
    out = typed("export", "cancel", "list", "export", "export", "list", "quit")
    assert "changed on the disk since it was read" in out
    assert "Nothing was exported." in out
    assert "Written to" in out
    assert "plants" in target.read_text()
    target.unlink()
    seen.clear()
    path.write_text(IMPERATIVE)
    out = typed("export", "read", "export", "quit")
    assert "The file has changed since the last time: 1 of 1 decisions stand." in out
    assert "flowers" in target.read_text()


def test_a_title_is_corrected_and_the_text_read_under_it(talk):
    _, typed = talk
    out = typed("title", "title Registered Nurse", "quit")
    assert "The title is: Accounts Receivable Specialist" in out
    assert "Reading the text under its title." in out
    assert "Registered Nurse, " in typed("title Clerk", "undo", "score", "quit")


def test_undo_and_redo_go_to_the_line_that_they_touched(state):
    state = follow(state, "", "a", "goto 6").state
    for back in ("undo", "redo", "u"):
        step = follow(state, back)
        assert step.state.row.place == "4", back
        assert "Line 4, duties." in step.lines
        state = follow(step.state, "goto 6").state


def test_undo_of_a_new_line_goes_to_where_it_was(state):
    session = acts.add_line(state.session, state.session.shown[0], "Sweep the floor.", PASSED)
    step = follow(State(session=session, at=len(session.shown) - 1), "undo")
    assert step.state.at == 0


def test_a_decision_takes_the_line_that_is_named_and_no_other(state):
    there = follow(state, "next").state
    unknown = follow(there, "accept 40")
    assert unknown.state.session.desk == there.session.desk
    assert unknown.lines[0].startswith("Nothing is done: there is no line '40'.")
    none = follow(there, "accept 1")
    assert none.state.session.desk == there.session.desk
    assert none.lines == ("Nothing is done in line 1. There is no proposal for this line.",)
    first, named = there.row.place, [row.place for row in there.session.shown if row.proposal is not None][-1]
    assert first != named
    done = follow(there, f"reject {named}")
    assert f"You rejected the proposal in line {named}." in done.lines
    assert any(line.startswith(("Now: ", "Proposed: ")) for line in done.lines)
    assert done.state.session.desk.decision(there.row.proposal.id).state == "open"
    back = follow(done.state, f"reopen {named}")
    assert f"You took the decision back in line {named}." in back.lines


SHOP = """# Customer Service Advisor

## Duties

- Answer customers' calls about bills.
- Set up payment plans and direct debits.
- Record contacts in the system.
"""


def test_accepted_lines_are_not_proposed_again_in_another_word_and_can_be_put_into_it(talk):
    path, typed = talk
    path.write_text(SHOP)
    accepted = typed("kind add", "kind connect", "list", "quit")
    new = re.findall(r"^(\S+)\. Accepted: (.*)", accepted, re.MULTILINE)
    assert len(new) >= 2
    out = typed("serves members", "", "list", "quit")
    assert re.search(r", which you accepted, name customers\. Write members in (?:\d of )?them\? yes or no", out)
    assert "still name customers." in out
    assert len(re.findall(r"^(?:> )?Line \S+ would read: .*\bmembers\b", out, re.MULTILINE)) >= 2
    proposed = re.findall(r"^\d+[a-z]\. Proposal: (.*)", out, re.MULTILINE)
    assert not {line.replace("members", "customers") for line in proposed} & {line for _, line in new}
    assert re.findall(r"^(\S+)\. Accepted: (.*)", out, re.MULTILINE) == new
    again = typed("serves -", "serves members", "yes", "list", "undo", "list", "quit")
    assert "You wrote members in the lines accepted before." in again
    first, _, second = again.partition("Undone: wrote members")
    renewed = re.findall(r"^(\S+)\. Accepted: (.*)", first, re.MULTILINE)
    assert [place for place, _ in renewed] == [place for place, _ in new]
    assert [text.replace("members", "customers") for _, text in renewed] == [text for _, text in new]
    assert any("members" in text for _, text in renewed)
    assert re.findall(r"^(\S+)\. Accepted: (.*)", second, re.MULTILINE) == new


def test_a_score_that_moves_by_whom_it_serves_is_told_with_what_it_was(talk):
    path, typed = talk
    path.write_text("# Records Assistant\n\n## Duties\n\n- Help county auditors find records.\n- File documents.\n")
    out = typed("serves county auditors", "score", "undo", "quit")
    told = [line for line in out.splitlines() if "by whom it serves, before any change of its words)" in line]
    assert len(told) == 2
    assert all(", was " in line and "(+" in line for line in told)
    assert ", was " not in out.partition("Undone")[2]


def test_whom_it_serves_is_said_kept_and_undone(talk):
    path, typed = talk
    path.write_text("# Records Assistant\n\n## Duties\n\n- Answer phone calls and pass on messages.\n")
    out = typed("serves", "serves <b>", "serves county auditor", "next", "accept", "quit")
    assert out.count("the text names nobody served. Say whom with 'serves', such as 'serves county auditors'") == 2
    assert "markup; give a plural" in out
    assert "“county auditor” is taken as “county auditors”" in out
    assert "Serves county auditors, as you said." in out
    assert re.search(r"so that [^\n]*county auditors", out)
    again = typed("serves county auditors", "serves -", "undo", "serves", "quit")
    assert "Serves county auditors, as you said." in again.partition("1 of ")[0]
    assert "It serves county auditors already." in again
    assert "Undone: left it to the text whom the job serves." in again
    assert again.rstrip().endswith("Your work is kept.")
    assert again.count("Serves county auditors, as you said.") == 2


def test_a_wording_chosen_before_another_one_stays_when_it_is_said_whom_the_job_serves(talk):
    path, typed = talk
    path.write_text(SHOP)
    before = typed("goto 6", "accept", "goto 6", "wordings", "2", "list", "quit")
    chosen = re.search(r"^6\. Accepted: (.*)", before, re.MULTILINE)
    assert chosen, before
    assert f"2. {chosen[1]}" in before
    assert "customers" in chosen[1]
    out = typed("serves members", "yes", "list", "quit")
    kept = re.search(r"^6\. Accepted: (.*)", out, re.MULTILINE)
    assert kept, out
    assert kept[1].replace("members", "customers") == chosen[1]


def test_a_text_in_another_language_is_refused_once(talk):
    path, typed = talk
    path.write_text(
        "# Buchhalter\n\n- Wir suchen eine Person, die unsere Rechnungen prüft und die Kunden betreut.\n"
        "- Sie arbeiten mit den Kolleginnen und Kollegen aus dem Vertrieb zusammen und schreiben Berichte.\n"
    )
    out = typed("list", "quit")
    assert out.count("German") == 1
    assert "0 proposals" not in out
    assert "0 of 0" not in out
    assert "die Kunden betreut" in out


def test_what_is_no_number_or_function_is_said(state):
    assert "Which line?" in follow(state, "goto ²").lines[0]
    follow(state, "section ²")
    told = follow(state, "function warehouse").lines[0]
    assert "There is no function 'warehouse'. Did you mean: " in told
    assert "logistics" in told
    names = follow(state, "function").lines
    assert len(names) > 10
    assert names[-1].startswith(f"Read as work of the function {state.session.desk.assessment.function[0].name};")


def test_what_was_typed_and_refused_is_told_again(state):
    step = answer(follow(state, "find telephone").state, "edit Pay $500.")
    refused = step.effect.then(step.state, (Judged(verdicts=(REFUSED,)),))
    left = follow(refused.state, "")
    assert left.lines[-1] == "You typed: Pay $500."
    assert "You typed before: Pay $500." in follow(left.state, "edit").lines
    for command in ("edit", "add"):
        empty = follow(left.state, command, "")
        assert empty.lines == ("Left as it was.",)
        assert empty.state.question is None


def test_a_word_file_says_how_it_shows_the_changes_and_how_to_have_it_the_other_way(talk):
    path, typed = talk
    tracked, clean, other = (path.with_name(f"{name}.docx") for name in ("tracked", "clean", "other"))
    out = typed("next", "a", f"export {tracked}", f"export docx-clean {clean}", f"export docx {other}", "quit")
    assert f"Written to {tracked}, as Word, tracked changes: 1 rewritten line." in out
    assert f"Written to {clean}, as Word, clean: 1 rewritten line." in out
    assert "'export docx-clean' writes it as Word, clean." in out
    assert "'export docx' writes it as Word, tracked changes." in out
    marked = [b"<w:ins " in zipfile.ZipFile(each).read("word/document.xml") for each in (tracked, clean, other)]
    assert marked == [True, False, True]


def test_the_original_is_never_overwritten(talk):
    path, typed = talk
    out = typed("next", "a", f"export markdown {path}", "quit")
    assert "This is the original, which stays as it is." in out
    assert path.read_text() == IMPERATIVE


@pytest.mark.parametrize("text", ["n", "N", "no", "yes", "q", "quit", "."])
def test_a_letter_or_a_command_is_no_wording(state, text):
    at = follow(state, "find telephone").state
    for lines in ((f"edit {text}",), ("edit", text), (f"add {text}",), ("add", text)):
        step = follow(at, *lines)
        assert step.lines == (f"Left as it was: '{text}' alone is no line of a job description.",)
        assert step.state.question is None
        assert not step.state.session.desk.edits()
