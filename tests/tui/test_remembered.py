from jdrewrite.tui.remembered import MOST_RECENT, Remembered, place, remember, remembered


def test_what_is_remembered_comes_back(tmp_path):
    state = Remembered(theme="jdrewrite-light", left=40, toured=True).opened(str(tmp_path / "a.md"))
    remember(state)
    assert remembered() == state


def test_a_broken_or_missing_state_is_forgotten():
    assert remembered() == Remembered()
    place().parent.mkdir(parents=True)
    place().write_text('{"theme": 3}')
    assert remembered() == Remembered()


def test_a_state_that_cannot_be_written_is_no_error(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("JDREWRITE_STATE", str(tmp_path / "file"))
    remember(Remembered())
    assert (tmp_path / "file").read_text() == "x"


def test_recent_files_are_few_and_each_once(tmp_path):
    state = Remembered()
    for number in [*range(20), 19, 3]:
        state = state.opened(str(tmp_path / f"{number}.md"))
    assert len(state.recent) == MOST_RECENT
    assert [path.rsplit("/", 1)[1] for path in state.recent[:3]] == ["3.md", "19.md", "18.md"]
