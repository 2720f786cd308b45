"""What is accepted brings what it promises; a lens that is left out makes nothing else worth proposing."""

import msgspec
import pytest

import jdrewrite
from jdrewrite.analysis.rules import Changes
from jdrewrite.analysis.settings import Settings
from jdrewrite.model import Anchor, Assessment, Proposal, Rule
from jdrewrite.rewriting import alternatives
from jdrewrite.rewriting.offline.promises import Promises

TEXT = """# Children's Librarian

## Duties

- Plan the story hour for children each week.
- Choose the books of the children's room.
- Visit schools to tell children of the library.
- Keep the shelves in order.
- Attend meetings of the department.

## Requirements

- A degree in library science.
"""


def read(text=TEXT, **settings):
    changes = Settings(changes=Changes(**settings))
    return jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"), settings=changes)


def new_line(assessment, text, lens):
    place = next(s for s in assessment.statements if s.text.startswith("Keep the shelves"))
    return Proposal(
        id="p1", kind="add", engine="offline", anchor=Anchor(block=place.block, start=place.end, end=place.end),
        statement=None, original=None, proposed=text, lenses=(lens,), rationale="", source="x/y",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "lens", "brings"),
    [
        ("Passes on to colleagues what children find hard.", "voice", False),
        ("Is assessed by the requests that could not be met.", "measure", False),
        ("Listens to what families say about the service, and tells the team what recurs.", "voice", True),
        ("Listens to what families say about the service, and tells the team what recurs.", "measure", False),
    ],
)
def test_a_new_line_speaks_through_its_own_lens_or_is_not_proposed(text, lens, brings):
    assessment = read()
    assert Promises(assessment).fulfils(new_line(assessment, text, lens)) is brings


BOARD = Rule(
    id="voice.yes.sounding-board", lens="voice", value="yes", kind="phrase", patterns=("the sounding board",),
    level="strength", message="{evidence}", why="It hears every reader.", seed="guide", fires=(), quiet=(),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "lens", "changes"),
    [
        ("Sits on the sounding board each month.", "voice", {"rules": (BOARD,)}),
        ("Tells the team what the bookworms say about the service.", "voice", {"external": ("bookworm",)}),
    ],
)
def test_a_project_s_own_rules_and_words_tell_what_a_line_brings(text, lens, changes):
    plain, own = read(), read(**changes)
    assert not Promises(plain).fulfils(new_line(plain, text, lens))
    assert Promises(own).fulfils(new_line(own, text, lens))
    again = msgspec.json.decode(msgspec.json.encode(own), type=Assessment)
    assert again == own
    assert Promises(again).fulfils(new_line(again, text, lens))


def test_what_was_read_once_is_not_read_again(monkeypatch):
    assessment = read()
    promises, read_texts = Promises(assessment), []
    reader = promises._reader.read
    monkeypatch.setattr(promises._reader, "read", lambda texts: (read_texts.extend(texts), reader(texts))[1])
    line = new_line(assessment, "Listens to what families say about the service, and tells the team.", "voice")
    assert promises.fulfils(line)
    assert promises.told([line, line]) == [line, line]
    assert len(read_texts) == 1


def test_other_wordings_name_no_lens_that_is_left_out():
    text = TEXT.replace("Children's Librarian", "Account Manager").replace(
        "Plan the story hour for children", "Call clients"
    )
    whole, own = read(text), read(text, disable=("frame.*",))

    def named(assessment):
        return {lens for s in whole.statements for each in alternatives(assessment, s.id) for lens in each.lenses}

    assert "frame" in named(whole)
    assert named(own) == named(whole) - {"frame"}


@pytest.mark.parametrize("title", ["Children's Librarian", "Library Assistant", "Teacher", "Cook", "Billing Clerk"])
def test_every_new_line_raises_its_lens_and_lowers_no_score(title):
    document = jdrewrite.read_bytes(TEXT.replace("Children's Librarian", title).encode(), "jd.md")
    assessment = jdrewrite.analyse(document)
    for proposal in jdrewrite.propose(assessment, kinds=("add",)):
        text = jdrewrite.render(document, [proposal.edit()])
        after = jdrewrite.analyse(jdrewrite.read_bytes(text, "jd.md"), served=assessment.customer_word)
        assert after.score.total >= assessment.score.total, proposal.proposed
        for lens in proposal.lenses:
            assert after.score.lens(lens).points > assessment.score.lens(lens).points, (lens, proposal.proposed)


def test_an_effect_that_the_reader_does_not_count_names_no_lens():
    assessment = read()
    attend = next(s for s in assessment.statements if s.text.startswith("Attend meetings"))
    effect = "so that what is agreed is known to those who carry it out."
    made = msgspec.structs.replace(
        new_line(assessment, attend.text.replace(".", f" {effect}"), "sight"),
        kind="connect", statement=attend.id, original=attend.text, lenses=("sight", "frame"),
    )  # fmt: skip
    (told,) = Promises(assessment).told([made])
    assert told.lenses == ()


@pytest.mark.parametrize("lens", ["authority", "voice", "measure", "people"])
def test_a_lens_that_is_left_out_brings_nothing_else_forward(lens):
    texts = [TEXT, TEXT.replace("Children's Librarian", "Account Manager"), TEXT.replace("children", "founders")]
    for text in texts:
        all_lenses = {p.proposed for p in jdrewrite.propose(read(text))}
        assert {p.proposed for p in jdrewrite.propose(read(text, disable=(f"{lens}.*",)))} <= all_lenses
