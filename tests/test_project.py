"""A project's own words, rules, levels and silences, from the file to what ``check`` says."""

import pytest

import jdrewrite
from jdrewrite.errors import DataError
from jdrewrite.project import find, project_for, settings_for
from jdrewrite.project_file import line_of_word

JD = """# Rates clerk

## Duties
- Process invoices for ratepayers.
- Keep the register confidential.
- Help ratepayers understand what they owe.
"""


@pytest.fixture
def home(tmp_path):
    (tmp_path / "legal").mkdir()
    (tmp_path / "clerk.md").write_text(JD)
    (tmp_path / "legal/clerk.md").write_text(JD)
    return tmp_path


def analysed(path):
    return jdrewrite.analyse(jdrewrite.read(path), settings=settings_for(str(path)))


def test_without_a_file_the_shipped_rules_hold(home):
    assert project_for(str(home / "clerk.md")) is None
    found = analysed(home / "clerk.md")
    assert next(s for s in found.statements if s.text.startswith("Help")).labels.customer == "external"


def test_the_nearest_file_above_is_found(home):
    (home / "jdrewrite.toml").write_text("")
    (home / "legal/jdrewrite.toml").write_text("")
    assert find(str(home / "legal/clerk.md")) == home / "legal/jdrewrite.toml"
    assert find(str(home / "clerk.md")) == home / "jdrewrite.toml"


def test_words_make_customers(home):
    (home / "pond.md").write_text("# Keeper\n\n## Duties\n- Help dowsers find the shore.\n- Feed the fish.\n" * 2)
    assert all(s.labels.customer == "none" for s in analysed(home / "pond.md").statements)
    (home / "jdrewrite.toml").write_text('[words]\nexternal = ["dowser"]\n')
    found = analysed(home / "pond.md")
    assert [s.labels.customer for s in found.statements if "dowsers" in s.text] == ["external", "external"]
    assert found.customer_word.plural == "dowsers"
    (home / "jdrewrite.toml").write_text('#\n[words]\nexternal = ["dowsers"]\n')
    assert analysed(home / "pond.md").customer_word.plural == "dowsers", "a plural is read as its singular"


@pytest.mark.parametrize("named", ["pony", "ponies"])
def test_words_may_be_given_in_the_plural(home, named):
    (home / "yard.md").write_text(
        "# Hand\n\n## Duties\n- Groom every pony daily.\n- Sweep the yard.\n- Feed the ponies.\n"
    )
    (home / "jdrewrite.toml").write_text(f'[words]\nexternal = ["{named}"]\n')
    found = analysed(home / "yard.md")
    assert [s.labels.customer for s in found.statements][-3:] == ["external", "none", "external"]
    assert found.customer_word.plural == "ponies"


@pytest.mark.parametrize("named", ["field crew", "Field Crews", "co-worker"])
def test_words_may_be_names_of_several_words(home, named):
    people = named.lower().removesuffix("s")
    duties = (
        f"- Provides the {people} with maps.\n- Helps {people}s find leaks.\n- Helps crews and workers in the field.\n"
    )
    (home / "maps.md").write_text(f"# Clerk\n\n## Duties\n{duties}")

    def labels() -> list[str]:
        return [s.labels.customer for s in analysed(home / "maps.md").statements][-3:]

    assert labels() == ["none", "none", "none"]
    (home / "jdrewrite.toml").write_text(f'[words]\ninternal = ["{named}"]\n')
    assert labels() == ["internal", "internal", "none"]
    (home / "jdrewrite.toml").write_text(f'[words]\nexternal = ["{named}"]\n')
    assert labels() == ["external", "external", "none"]
    assert analysed(home / "maps.md").customer_word.plural == f"{people}s"


def test_a_disabled_rule_is_silent_and_takes_its_label_along(home):
    before = analysed(home / "clerk.md")
    assert any(f.rule.startswith("voice.") for f in before.findings)
    (home / "jdrewrite.toml").write_text('[rules]\ndisable = ["voice.*", "sight.*"]\n')
    after = analysed(home / "clerk.md")
    assert not any(f.rule.startswith(("voice.", "sight.")) for f in after.findings)
    assert not any(s.labels.sight for s in after.statements)
    assert before.versions["rules"] != after.versions["rules"]


def test_levels_hold_for_their_path_only(home):
    (home / "jdrewrite.toml").write_text(
        '[[path]]\nmatch = "legal/**"\nrules.levels = { "voice.missing" = "warning" }\n'
    )

    def level(path):
        return next(f.level for f in analysed(path).findings if f.rule == "voice.missing")

    assert (level(home / "clerk.md"), level(home / "legal/clerk.md")) == ("suggestion", "warning")


@pytest.mark.parametrize(
    ("levels", "turned"),
    [
        ('"frame.*" = "suggestion"', ("frame.*",)),
        ('"frame.*" = "suggestion"\n"frame.stewardship.*" = "strength"', ()),
        ('"frame.inward.*" = "suggestion"', ()),
        ('"frame.*" = "strength"', ()),
    ],
)
def test_a_level_that_tells_strengths_as_gaps_is_told(home, levels, turned):
    (home / "jdrewrite.toml").write_text(f"[rules.levels]\n{levels}\n")
    held = analysed(home / "clerk.md").configured
    assert held.turned == turned
    assert bool(held.strengths_told) == bool(turned)


def test_a_rule_of_the_project_speaks_and_has_the_last_word(home):
    (home / "jdrewrite.toml").write_text(
        '[[rule]]\nid = "across.silo.desk"\nlens = "across"\nvalue = "silo"\npatterns = ["keep ..3 confidential"]\n'
    )
    found = analysed(home / "clerk.md")
    assert next(s for s in found.statements if "confidential" in s.text).labels.across == "silo"
    assert "across.silo.desk" in {f.rule for f in found.findings}


def test_suppressed_findings_keep_their_reason(home):
    (home / "jdrewrite.toml").write_text('[[suppress]]\nrule = "voice.missing"\nreason = "agreed"\n')
    found = analysed(home / "clerk.md")
    assert "voice.missing" not in {f.rule for f in found.findings}
    (silenced,) = found.silenced
    assert silenced.rule == "voice.missing"
    assert silenced.silenced.startswith("agreed (")
    assert silenced.silenced.endswith("jdrewrite.toml:3)")


def test_a_path_may_have_the_signs_of_windows(home):
    (home / "jdrewrite.toml").write_text(
        '[[suppress]]\nrule = "voice.missing"\npath = \'legal\\*.md\'\nreason = "agreed"\n'
    )
    assert [len(analysed(home / name).silenced) for name in ("clerk.md", "legal/clerk.md")] == [0, 1]


def test_comments_silence_their_line_or_the_next(home):
    text = JD.replace("- Process", "<!-- jdrewrite: ignore sight.here -- agreed -->\n- Process")
    text = text.replace("what they owe.", "what they owe. <!-- jdrewrite: ignore frame.* -->")
    (home / "clerk.md").write_text(text)
    found = analysed(home / "clerk.md")
    silenced = {(f.rule.split(".")[0], f.line) for f in found.silenced}
    assert ("frame", 7) in silenced
    assert all(f.line != 7 or f.lens != "frame" for f in found.findings)
    assert not any("jdrewrite" in s.text for s in found.statements)
    assert [s.text for s in found.statements] == [s.text for s in analysed(home / "legal/clerk.md").statements]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('[words]\nexternl = ["x"]\n', 2, "no setting 'externl'"),
        ('[rules]\n\ndisable = ["nothing.*"]\n', 3, "no rule has such an id"),
        ('[engine]\nbase_url = "x"\n', 1, "do not belong in a project file"),
        ('[rules]\nlevels = { "voice.missing" = "warn" }\n', 2, "a level is strength, suggestion or warning"),
        ("[thresholds]\nfail_under = 200\n", 2, "0 to 100"),
        ('[[suppress]]\nrule = "x"\nreason = " "\n', 1, "needs a reason"),
        ('[[suppress]]\nreason = "ok"\nrule = "voice.misssing"\n', 3, "no rule has such an id"),
        ('[[rule]]\nid = "a"\nlens = "voice"\nvalue = "no"\npatterns = ["x"]\n', 2, "has the values yes"),
        ('[[rule]]\nid = "a"\nlens = "voice"\npatterns = ["<nobody>"]\n', 4, "no word class"),
        ("[words\n", None, "not valid TOML"),
        ('[[rule]]\nid = "a"\nlens = "money"\npatterns = ["x"]\n', 3, "a lens is customer, frame, sight"),
        ('[[rule]]\nid = "a"\nlens = "voice"\nkind = "regex"\npatterns = ["x"]\n', 4, "a kind is phrase, token or"),
        ('[[suppress]]\nrule = "voice.missing"\n', 1, "this [[suppress]] has no 'reason'"),
        ('[words]\nexternal = "x"\n', 2, "'words.external' is a list in square brackets, and not a text in"),
        ("[rules]\ndisable = [1]\n", 2, "each of 'rules.disable' is a text in quotation marks, and not a number"),
        ('[thresholds]\nfail_under = "x"\n', 2, "'thresholds.fail_under' is a number, and not a text"),
        ('[words]\n\nexternal = ["", "angler"]\n', 3, "a word without letters"),
    ],
)
def test_a_wrong_file_is_named_with_its_line(home, text, line, said):
    (home / "jdrewrite.toml").write_text(text)
    with pytest.raises(DataError) as error:
        settings_for(str(home / "clerk.md"))
    assert said in str(error.value)
    assert "`$" not in str(error.value), "no path of the decoder"
    if line:
        assert error.value.subject.endswith(f"jdrewrite.toml:{line}")


def test_a_changed_file_is_read_again(home):
    (home / "jdrewrite.toml").write_text('[words]\nexternal = ["angler"]\n')
    assert settings_for(str(home / "clerk.md")).changes.external == ("angler",)
    (home / "jdrewrite.toml").write_text('[words]\nexternal = ["rower"]\n#\n')
    assert settings_for(str(home / "clerk.md")).changes.external == ("rower",)


FREE = """# Rates clerk

## Duties
- Help ratepayers understand what they owe.
- Decides alone to waive a late fee when a ratepayer is in need.
- Process invoices for ratepayers.
- Keep the register of streets.
"""


def test_a_lens_of_which_every_rule_is_disabled_is_out_of_the_score(home):
    jd = home / "free.md"
    jd.write_text(FREE)
    before = analysed(jd)
    assert before.score.lens("authority").points > 0
    (home / "jdrewrite.toml").write_text('[rules]\ndisable = ["authority.*"]\n')
    found = analysed(jd)
    assert [part.lens for part in found.score.lenses if part.lens == "authority"] == []
    assert {part.lens: part.points for part in found.score.lenses} == {
        part.lens: part.points for part in before.score.lenses if part.lens != "authority"
    }, "the others give what they gave"
    assert found.score.total == round(sum(part.points for part in found.score.lenses) / 0.95, 1)
    assert found.score.standing is None, "all others are scored through eight lenses"
    assert not [f for f in found.findings if f.lens == "authority"]
    assert found.configured.off == ("authority",)
    assert found.configured.left_out.startswith(f"authority, since all its rules are disabled in {home}")


def test_a_lens_that_lost_some_of_its_rules_is_still_asked_for(home):
    (home / "jdrewrite.toml").write_text('[rules]\ndisable = ["sight.here", "authority.missing"]\n')
    found = analysed(home / "clerk.md")
    assert found.configured.off == ()
    assert len(found.score.lenses) == 8
    assert found.score.lens("authority").missing
    assert not {"sight.here", "authority.missing"} & {f.rule for f in found.findings}


def test_the_writer_proposes_nothing_for_a_lens_that_is_left_out(home):
    jd = home / "cook.md"
    jd.write_text(
        "# Cook\n\n## Duties\n- Cook meals for guests of the hotel.\n- Order food and drinks.\n- Wash the pots.\n"
        "- Take orders from guests.\n- Clean the kitchen.\n- Check the temperature of fridges each day.\n"
        "- Keep the stores in order.\n- Train new kitchen staff.\n\n## Requirements\n- Two years in a kitchen.\n"
    )

    def proposed() -> tuple[jdrewrite.Proposal, ...]:
        return jdrewrite.propose(analysed(jd))

    of_all = {p.proposed for p in proposed()}
    lenses = {each for p in proposed() for each in p.lenses}
    assert "authority" in lenses
    for lens in sorted(lenses):
        (home / "jdrewrite.toml").write_text(f'# {lens}\n[rules]\ndisable = ["{lens}.*"]\n')
        assert analysed(jd).configured.off == (lens,)
        assert lens not in {each for p in proposed() for each in p.lenses}
        assert {p.proposed for p in proposed()} <= of_all, "to ask for less makes nothing else worth its place"


def test_a_word_is_found_in_the_line_in_which_it_stands_in_whichever_number():
    text = '[words]\ninternal = ["field crews"]\nexternal = [\n  "ratepayers",\n  \'angler\',\n]\n'
    assert [line_of_word(text, noun) for noun in ("field crew", "ratepayer", "angler")] == [2, 4, 5]
