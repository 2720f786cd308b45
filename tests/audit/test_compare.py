"""Two audits side by side, and a baseline below which nothing may fall."""

import re
from pathlib import Path

import pytest

from jdrewrite.audit import Results, overview
from jdrewrite.audit.baseline import make, read, worse
from jdrewrite.audit.baseline import write as write_baseline
from jdrewrite.audit.compare import compare
from jdrewrite.audit.matching import matched
from jdrewrite.errors import BrokenInput, MissingInput
from tests.audit.conftest import CLERK, PACKER, audited


def test_the_baseline_fails_on_what_is_new_or_worse(results, tmp_path):
    write_baseline(results, tmp_path / "b.json")
    known = read(tmp_path / "b.json")
    assert worse(results, known, "suggestion") == []
    folder = tmp_path / "jobs"
    folder.mkdir()
    place = folder / "clerk.md"
    place.write_text(CLERK.replace(", so that customers can check what they owe", " to maximise revenue"))
    later = audited(folder, tmp_path / "later.jsonl")
    path = next(name for name in known.documents if name.endswith("clerk.md"))
    moved = type(known)(version=known.version, documents={str(place): known.documents[path]})
    levels = {each.level for each in worse(later, moved)}
    assert levels == {"warning", "score"}


def test_a_bad_baseline_is_an_error(tmp_path):
    with pytest.raises(MissingInput):
        read(tmp_path / "none.json")
    (tmp_path / "b.json").write_text('{"version": 99, "documents": {}}')
    with pytest.raises(BrokenInput):
        read(tmp_path / "b.json")


def test_compared_with_itself_nothing_moved(results):
    found = compare(results, results)
    assert (found.better, found.worse, found.same) == ((), (), 2)
    assert make(results).documents.keys() == {row.path for row in results.rows()}


def test_a_better_text_is_told_with_its_reasons(tmp_path):
    folder = tmp_path / "jobs"
    folder.mkdir()
    (folder / "clerk.md").write_text(CLERK)
    before = audited(folder, tmp_path / "a.jsonl")
    (folder / "clerk.md").write_text(CLERK.replace("to improve cash flow", "so that customers can settle them in time"))
    found = compare(before, audited(folder, tmp_path / "b.jsonl"))
    (change,) = found.better
    assert change.after > change.before
    assert change.lenses["frame"] > 0
    assert any("money" in message or "cash" in message for message in change.gone)


def test_what_compare_says_has_its_files_and_its_reasons(tmp_path):
    folder = tmp_path / "jobs"
    folder.mkdir()
    baker = "# Baker\n\n## Duties\n- Bake the bread of the day.\n- Clean the ovens.\n- Weigh the flour.\n"
    for name, text in (
        ("clerk", CLERK),
        ("packer", PACKER),
        ("baker", baker),
        ("gone", baker.replace("Baker", "Cook").replace("bread", "soup")),
    ):
        (folder / f"{name}.md").write_text(text)
    before = audited(folder, tmp_path / "a.jsonl")
    (folder / "gone.md").unlink()
    (folder / "packer.md").write_text("")
    (folder / "new.md").write_text("# Guard\n\n- Guard the gate of the works by night.\n")
    (folder / "baker.md").write_text(baker.replace("Weigh the flour", "Weigh the flour to cut costs"))
    found = compare(before, audited(folder, tmp_path / "b.jsonl"))
    assert [Path(path).name for path in found.added] == ["new.md"]
    assert [Path(path).name for path in found.removed] == ["gone.md"]
    assert [Path(path).name for path in found.unread] == ["packer.md"]
    moved = {Path(change.path).name: change for change in (*found.worse, *found.otherwise)}
    assert any("cost" in message for message in moved["baker.md"].come), "a warning that came is no 'same'"
    assert found.same == 1
    assert (
        found.median_before
        == overview([r for r in before.rows() if Path(r.path).stem in ("clerk", "baker")]).whole.median
    )


def test_a_text_under_another_name_is_neither_new_nor_gone(tmp_path):
    folder = tmp_path / "jobs"
    folder.mkdir()
    (folder / "clerk.md").write_text(CLERK)
    (folder / "packer.md").write_text(PACKER)
    before = audited(folder, tmp_path / "a.jsonl")
    (folder / "packer.md").rename(folder / "2026 Packer.md")
    found = compare(before, audited(folder, tmp_path / "b.jsonl"))
    assert (found.added, found.removed, found.same) == ((), (), 2)


def test_a_title_that_is_read_from_the_name_of_the_file_hides_no_text_that_stayed(tmp_path):
    folder = tmp_path / "jobs"
    folder.mkdir()
    (folder / "packer.md").write_text(PACKER.replace("# Warehouse Packer", "Packer").replace("## Duties\n", ""))
    before = audited(folder, tmp_path / "a.jsonl")
    (folder / "packer.md").rename(folder / "shift-packer.md")
    found = compare(before, audited(folder, tmp_path / "b.jsonl"))
    assert (found.added, found.removed) == ((), ())


def test_an_audit_that_was_cut_off_is_not_whole(tmp_path):
    folder = tmp_path / "jobs"
    folder.mkdir()
    (folder / "clerk.md").write_text(CLERK)
    (folder / "packer.md").write_text(PACKER)
    audited(folder, tmp_path / "a.jsonl").check_whole()
    lines = (tmp_path / "a.jsonl").read_bytes().splitlines(keepends=True)
    head = lines[0].replace(b'"files":0', b'"files":2')
    for cut in (head + lines[1], lines[0] + lines[1] + lines[2][:90]):
        (tmp_path / "cut.jsonl").write_bytes(cut)
        with pytest.raises(BrokenInput, match="was cut off: the results of 1"):
            Results(tmp_path / "cut.jsonl").check_whole()


def test_compare_counts_a_text_that_stands_twice_once(tmp_path):
    folder = tmp_path / "jobs"
    folder.mkdir()
    for name, text in (("clerk", CLERK), ("packer", PACKER), ("packer-2", PACKER), ("packer-3", PACKER)):
        (folder / f"{name}.md").write_text(text)
    seen = audited(folder, tmp_path / "a.jsonl")
    found = compare(seen, seen)
    assert (found.same, sum(trend.count for trend in found.functions), found.removed) == (2, 2, ())
    assert found.median_after == overview(seen.rows()).whole.median


def test_a_copy_that_comes_first_by_its_name_hides_nobody(tmp_path):
    folder = tmp_path / "jobs"
    folder.mkdir()
    for name, text in (("clerk", CLERK), ("packer", PACKER)):
        (folder / f"{name}.md").write_text(text)
    before = audited(folder, tmp_path / "a.jsonl")
    (folder / "a-copy.md").write_text(PACKER)
    after = audited(folder, tmp_path / "b.jsonl")
    there, back = compare(before, after), compare(after, before)
    assert (there.same, there.added, there.removed) == (2, (), ())
    assert [Path(path).name for path in there.copies_added] == ["a-copy.md"]
    assert (back.same, back.added, back.removed) == (2, (), ())
    assert [Path(path).name for path in back.copies_removed] == ["a-copy.md"]


def test_every_job_description_of_the_earlier_audit_is_told_once(tmp_path):
    """Whatever becomes of one and of its copies."""
    folder = tmp_path / "jobs"
    folder.mkdir()
    baker = "# Baker\n\n## Duties\n- Bake the bread of the day.\n- Clean the ovens.\n- Weigh the flour.\n"
    texts = {"clerk": CLERK, "packer": PACKER, "baker": baker, "cook": baker.replace("bread", "soup")}
    texts["guard"] = "# Guard\n\n- Guard the gate of the works by night.\n- Note who passes.\n"
    texts |= {"Copy of clerk": CLERK, "Copy of guard": texts["guard"], "Copy of packer": PACKER}
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text)
    before = audited(folder, tmp_path / "a.jsonl")
    (folder / "Copy of clerk.md").unlink()  # tidied up: no job is lost
    (folder / "packer.md").write_text("")  # its copy can be read still
    (folder / "cook.md").write_text(baker)  # now says what another says
    for name in ("guard", "Copy of guard"):  # one job is lost
        (folder / f"{name}.md").unlink()
    found = compare(before, audited(folder, tmp_path / "b.jsonl"))

    def names(paths: tuple[str, ...]) -> list[str]:
        return [Path(path).stem for path in paths]

    assert sum(trend.count for trend in found.functions) == 3, "clerk, packer, baker"
    assert (names(found.removed), names(found.merged)) == (["guard"], ["cook"])
    assert names(found.copies_removed) == ["Copy of clerk"]
    assert names(found.copies_unread) == ["packer"]
    assert (found.added, found.unread, found.copies_added) == ((), (), ())


def test_the_same_name_in_another_format_and_folder_is_the_same_job_description(tmp_path):
    for folder, ending in (("scans", "txt"), ("word", "md")):
        (tmp_path / folder / "hall").mkdir(parents=True)
        (tmp_path / folder / "hall" / f"packer.{ending}").write_text(PACKER)
        (tmp_path / folder / f"clerk.{ending}").write_text(CLERK)
    (tmp_path / "word" / "empty.md").write_text("")
    (tmp_path / "scans" / "empty.txt").write_text(PACKER.replace("Packer", "Loader"))
    found = compare(audited(tmp_path / "scans", tmp_path / "a.jsonl"), audited(tmp_path / "word", tmp_path / "b.jsonl"))
    assert sum(trend.count for trend in found.functions) == 2
    assert (found.added, found.removed, found.unread) == ((), (), ())
    assert [Path(path).name for path in found.copies_unread] == ["empty.md"]


@pytest.mark.parametrize(
    ("new", "old", "was"),
    [
        (["a/x.md"], ["a/x.md", "a/x.pdf"], {"a/x.md": "a/x.md"}),
        (["a/x.docx"], ["a/x.pdf", "a/y.docx"], {"a/x.docx": "a/x.pdf"}),
        (["a/x.docx", "a/x.md"], ["a/x.pdf"], {"a/x.docx": "a/x.pdf"}),
        (["a/jobs.xlsx#12"], ["a/jobs.csv#12", "a/jobs.csv#1"], {"a/jobs.xlsx#12": "a/jobs.csv#12"}),
        (["a/x.md"], ["b/x.md", "b/sub/x.md"], {"a/x.md": "b/x.md"}),
        (["a/v1.2 clerk.md"], ["b/v1.3 clerk.md"], {}),
    ],
)
def test_what_is_known_by_its_name(new, old, was):
    assert matched(new, old, ["a"], ["a", "b/"]) == was


def test_settings_that_changed_are_told_and_what_they_hide_is_not_gone(tmp_path):
    folder = tmp_path / "jobs"
    folder.mkdir()
    (folder / "clerk.md").write_text(CLERK)
    before = audited(folder, tmp_path / "a.jsonl")
    (folder / "jdrewrite.toml").write_text(
        '[words]\nexternal = ["ratepayer"]\n[rules]\ndisable = ["authority.*"]\nlevels = {"people.missing" = "strength"}\n'
        '[[suppress]]\nrule = "frame.inward.*"\nreason = "agreed"\n'
    )
    after = audited(folder, tmp_path / "b.jsonl")
    found = compare(before, after)
    assert {(each.setting, each.come, each.count) for each in found.settings} == {
        ("words.external = ratepayer", True, 1),
        ("rules.disable = authority.*", True, 1),
        ("rules.levels.people.missing = strength", True, 1),
        ("suppress = frame.inward.*", True, 1),
    }
    assert not [each for change in (*found.better, *found.worse, *found.otherwise) for each in change.gone]
    back = compare(after, before)
    assert [each.come for each in back.settings] == [False] * 4
    assert not [each for change in (*back.better, *back.worse, *back.otherwise) for each in change.come]
    seen = overview(after.rows())
    assert (seen.silenced, seen.off, len(seen.settings)) == (1, {"authority": 1}, 4)
    assert not compare(before, before).settings


def test_a_gap_that_is_still_there_is_neither_gone_nor_come_under_another_word_for_those_served(tmp_path):
    folder = tmp_path / "jobs"
    folder.mkdir()
    text = "# Cook\n\n## Duties\n- Cook the meals that residents order.\n- Clean the ovens for the residents.\n"
    (folder / "cook.md").write_text(text)
    before = audited(folder, tmp_path / "a.jsonl")
    (folder / "cook.md").write_text(text.replace("residents", "guests").replace("Clean", "Count"))
    after = audited(folder, tmp_path / "b.jsonl")
    told = [[f.message for f in next(r.audited()).findings if not f.statement] for r in (before, after)]
    assert told[0] != told[1]
    found = compare(before, after)
    moved = [m for c in (*found.better, *found.worse, *found.otherwise) for m in (*c.gone, *c.come)]
    assert not set(moved) & {*told[0], *told[1]}


@pytest.mark.parametrize("now", [CLERK, CLERK.replace("3 years", "4 years")], ids=["same text", "other text"])
def test_what_a_rule_of_the_project_s_own_or_a_level_shows_is_not_listed(tmp_path, now):
    folder = tmp_path / "jobs"
    folder.mkdir()
    (folder / "clerk.md").write_text(CLERK)
    before = audited(folder, tmp_path / "a.jsonl")
    (folder / "clerk.md").write_text(now)
    (folder / "jdrewrite.toml").write_text(
        '[rules]\nlevels = { "sight.*" = "suggestion" }\n'
        '[[rule]]\nid = "frame.inward.ours"\nlens = "frame"\nvalue = "inward"\npatterns = ["past due"]\n'
    )
    after = audited(folder, tmp_path / "b.jsonl")
    assert "frame.inward.ours" in {finding.rule for finding in next(after.audited()).findings}
    for found in (compare(before, after), compare(after, before)):
        assert len(found.settings) == 2
        for change in (*found.better, *found.worse, *found.otherwise):
            assert (change.gone, change.come, change.reworded) == ((), (), now != CLERK)


def test_jobs_that_were_corrected_are_told_first(tmp_path):
    folder = tmp_path / "jobs"
    folder.mkdir()
    (folder / "clerk.md").write_text(CLERK)
    before = audited(folder, tmp_path / "a.jsonl")
    text = (tmp_path / "a.jsonl").read_text()
    (tmp_path / "b.jsonl").write_text(text.replace('"corrected":""', '"corrected":"function"'))
    assert compare(before, Results(tmp_path / "b.jsonl")).corrected == 1
    assert compare(before, before).corrected == 0


def test_results_that_kept_no_settings_are_compared_all_the_same(tmp_path):
    folder = tmp_path / "jobs"
    folder.mkdir()
    (folder / "clerk.md").write_text(CLERK)
    (folder / "jdrewrite.toml").write_text('[rules]\ndisable = ["authority.*"]\n')
    after = audited(folder, tmp_path / "b.jsonl")
    text = re.sub(r',"configured":\{.*?\}', "", (tmp_path / "b.jsonl").read_text())
    (tmp_path / "a.jsonl").write_text(re.sub(r',"silenced":(\d+|\[\])', "", text))
    assert not compare(Results(tmp_path / "a.jsonl"), after).settings
