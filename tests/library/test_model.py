"""A plain model of a library against the real one: whatever is done, in whatever order, both say the same."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import defaultdict
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, precondition, rule

from jdrewrite.errors import DocumentLocked
from jdrewrite.library import OUTCOMES, STATES, Library, open_library, shelf
from jdrewrite.library.exporting import export
from jdrewrite.library.importing import bring_in
from jdrewrite.library.maintenance import compact, verify

from .conftest import decision, document

WHO = ("ann", "ben")


class Modelled(msgspec.Struct):
    """What a document ought to be."""

    texts: list[str]
    decisions: list[tuple[str, str, str]] = []
    states: list[tuple[str, str]] = []
    notes: list[str] = []
    lock: str | None = None
    settings: dict[str, str] = {}


class LibraryMachine(RuleBasedStateMachine):
    """Two people with the same library open, each in a process of its own as far as the files can tell."""

    names = Bundle("names")

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp())
        self.model: dict[str, Modelled] = {}
        self.sessions: dict[tuple[str, str], int] = {}
        self.open: dict[str, Library] = {}
        self.kept = shelf.FOLD_AT
        shelf.FOLD_AT = 6

    @initialize()
    def begin(self) -> None:
        for who in WHO:
            self.open[who] = open_library(self.place / "library", who=who)

    @rule(target=names, who=st.sampled_from(WHO))
    def new(self, who: str) -> str:
        number = len(self.model)
        text = f"# Job {number}\n\n" + "".join(f"- Do task {number} of kind {n}.\n" for n in range(6))
        match = self.open[who].put(document(text, f"{number}.md"))
        assert match.how == "new"
        self.model[match.document] = Modelled(texts=[text])
        return match.document

    def allowed(self, name: str, who: str) -> bool:
        return self.model[name].lock in {None, who}

    @rule(name=names, who=st.sampled_from(WHO), line=st.integers(0, 3))
    def change(self, name: str, who: str, line: int) -> None:
        held = self.model[name]
        text = held.texts[-1] + f"- One more of {line} in {len(held.texts)}.\n"
        read = document(text, "elsewhere.md")
        if not self.allowed(name, who):
            with pytest.raises(DocumentLocked):
                self.open[who].put(read)
            return
        match = self.open[who].put(read)
        assert (match.document, match.how, match.version) == (name, "version", len(held.texts) + 1)
        held.texts.append(text)

    @rule(name=names, who=st.sampled_from(WHO))
    def see_again(self, name: str, who: str) -> None:
        match = self.open[who].put(document(self.model[name].texts[0], "again.md"))
        assert (match.document, match.version, match.how) == (name, 1, "same")

    @rule(
        name=names,
        who=st.sampled_from(WHO),
        outcomes=st.lists(st.sampled_from(OUTCOMES), min_size=1, max_size=4),
        statement=st.integers(0, 4),
    )
    def decide(self, name: str, who: str, outcomes: list[str], statement: int) -> None:
        made = [decision(name, f"{statement:012d}-1", outcome=outcome) for outcome in outcomes]
        if not self.allowed(name, who):
            with pytest.raises(DocumentLocked):
                self.open[who].record(*made)
            return
        self.open[who].record(*made)
        self.model[name].decisions += [(f"{statement:012d}-1", outcome, who) for outcome in outcomes]

    @rule(name=names, who=st.sampled_from(WHO), state=st.sampled_from(STATES))
    def move(self, name: str, who: str, state: str) -> None:
        if self.allowed(name, who):
            self.open[who].set_state(name, state)  # type: ignore[arg-type]
            self.model[name].states.append((state, who))

    @rule(name=names, who=st.sampled_from(WHO), text=st.text(max_size=20))
    def note(self, name: str, who: str, text: str) -> None:
        self.open[who].add_note(name, text)
        self.model[name].notes.append(text)

    @rule(name=names, who=st.sampled_from(WHO), locked=st.booleans())
    def lock(self, name: str, who: str, locked: bool) -> None:
        act = self.open[who].lock if locked else self.open[who].unlock
        if not self.allowed(name, who):
            with pytest.raises(DocumentLocked):
                act(name)
            return
        act(name)
        self.model[name].lock = who if locked else None

    @rule(name=names, who=st.sampled_from(WHO), value=st.none() | st.sampled_from(("sales", "legal")))
    def setting(self, name: str, who: str, value: str | None) -> None:
        if self.allowed(name, who):
            self.open[who].set_settings(name, function=value)
            self.model[name].settings.pop("function", None)
            if value is not None:
                self.model[name].settings["function"] = value

    @rule(name=names, who=st.sampled_from(WHO), value=st.integers())
    def save(self, name: str, who: str, value: int) -> None:
        self.open[who].save_session(name, value)
        self.sessions[name, who] = value

    @rule(who=st.sampled_from(WHO))
    def reopen(self, who: str) -> None:
        self.open[who].close()
        self.open[who] = open_library(self.place / "library", who=who)
        assert self.open[who].notices == ()

    @rule(who=st.sampled_from(WHO))
    def make_smaller(self, who: str) -> None:
        compact(self.open[who])

    @precondition(lambda self: self.model)
    @rule(who=st.sampled_from(WHO), kind=st.sampled_from((".zip", ".jsonl")))
    def out_and_in(self, who: str, kind: str) -> None:
        path = self.place / f"all{kind}"
        export(self.open[who], path, force=True)
        with open_library(self.place / f"other{kind}", who=who) as other:
            bring_in(other, path)
            self.compare(other)
        shutil.rmtree(self.place / f"other{kind}")

    @invariant()
    def both_say_the_same(self) -> None:
        for library in self.open.values():
            self.compare(library)

    def compare(self, library: Library) -> None:
        stored = {found.id: found for found in library.documents()}
        assert set(stored) == set(self.model)
        for name, held in self.model.items():
            found = stored[name]
            assert [library.text(name, v.number).decode() for v in found.versions] == held.texts
            assert [(d.statement, d.outcome, d.who) for d in library.decisions(name)] == held.decisions
            assert [(s.state, s.who) for s in found.states] == held.states
            assert [note.text for note in found.notes] == held.notes
            assert (found.lock.who if found.lock else None) == held.lock
            assert found.settings == held.settings
            last = {statement: outcome for statement, outcome, _ in held.decisions}
            standing = {key: d.outcome for key, d in library.standing(name).items()}
            assert standing == {key: outcome for key, outcome in last.items() if outcome != "open"}
            counts: defaultdict[str, int] = defaultdict(int)
            for _, outcome, _ in held.decisions:
                counts[outcome] += 1
            assert found.decided == counts
        for (name, who), value in self.sessions.items():
            assert library.load_session(name, int, who) == value

    def teardown(self) -> None:
        for library in self.open.values():
            assert verify(library).lost == ()
            library.close()
        shelf.FOLD_AT = self.kept
        shutil.rmtree(self.place)


@pytest.mark.usefixtures("no_sync")
def test_a_library_does_what_its_model_does() -> None:
    from hypothesis.stateful import run_state_machine_as_test

    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        LibraryMachine,
        settings=settings(
            max_examples=int(os.environ.get("JDREWRITE_EXAMPLES", "8")),
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
