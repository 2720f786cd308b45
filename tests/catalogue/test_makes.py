"""What roles make: every line speaks of the things by the text's own word, and closes the gap for which it is offered."""

import pytest

from jdrewrite.analysis.reading import Reader
from jdrewrite.catalogue import about, makes
from jdrewrite.catalogue.naming import THINGS
from jdrewrite.verifying import verify
from tests.evaluation.own_lines import THINGS as SOME
from tests.evaluation.own_lines import sees, styles

LENSES = ("voice", "measure", "across", "authority", "people")
LINES = [(make, lens, line) for make in makes() for lens in LENSES for line in make.lines(lens)]


@pytest.mark.parametrize(("make", "lens", "line"), LINES, ids=lambda value: value if isinstance(value, str) else "")
def test_a_line_names_the_things_and_is_seen_in_every_style(make, lens, line):
    assert line.count(THINGS) == 1
    text = about(line, SOME[make.name])
    said = {style.fill(text) if lens == "people" else style.line(text) for style in styles()}
    assert [one for one in said if not sees(lens, Reader().read([one])[0].labels)] == []
    assert [one for one in said if not verify(None, one).passed] == []


def test_no_noun_is_of_two_kinds_for_one_verb():
    seen: dict[tuple[str, str], str] = {}
    for make in makes():
        for act in make.acts:
            for noun in make.heads:
                assert seen.setdefault((act, noun), make.name) == make.name
