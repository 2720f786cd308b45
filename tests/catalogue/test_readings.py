"""A line with two readings: one names those served, the other nobody."""

import msgspec
import pytest

from jdrewrite.catalogue import GENERAL, functions, naming_nobody, naming_them
from jdrewrite.catalogue.forms import of_lines

LENSES = ("voice", "authority", "measure", "across", "people")


@pytest.mark.parametrize(
    ("line", "them", "nobody"),
    [
        ("[Note] what <{customers} report|is reported>.", "[Note] what {customers} report.", "[Note] what is reported."),
        ("[Tell] them what changes< for {customers}>.", "[Tell] them what changes for {customers}.", "[Tell] them what changes."),
        ("Patience with <{customers}|anybody> who <ask|asks> twice", "Patience with {customers} who ask twice", "Patience with anybody who asks twice"),
        ("[Ask] {customers} in person.", "[Ask] {customers} in person.", ""),
        ("[Share] what worked.", "[Share] what worked.", ""),
    ],
)  # fmt: skip
def test_both_readings(line, them, nobody):
    assert naming_them(line) == them
    assert naming_nobody(line) == nobody


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("[Note] what <{customers} report|{customers} say>.", "a reading that names nobody has no slots"),
        ("[Note] what <{customers} report|is reported.", "'<' belongs to no pair of readings"),
        ("[Note] what {customers} report> now.", "'>' belongs to no pair of readings"),
        ("<[Note] what {customers} report>.", "a line starts with a verb in square brackets"),
    ],
)
def test_a_reading_that_is_none_is_told(line, said):
    function = functions()["finance"]
    odd = msgspec.structs.replace(function, voice=msgspec.structs.replace(function.voice, lines=(line,)))
    assert any(said in problem for problem, _ in of_lines(odd))


def test_every_function_has_readings_that_name_nobody():
    for slug, function in functions().items():
        found = [line for making in (function, *function.trades) for lens in LENSES for line in making.bare(lens)]
        assert found or slug == GENERAL, slug
        assert not [line for line in found if "{" in line]
