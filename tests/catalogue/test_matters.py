"""What a line speaks of has to be borne out by the job description where not every job of its function has it."""

import re

import pytest

from jdrewrite.catalogue import all_matters, borne_out, functions, matters_of

LENSES = ("voice", "measure", "across", "authority", "people")
STOP_COMING = "[Judge] the work by how many {customers} stop coming, and [talk] over the reasons with the team."


def texts():
    for function in functions().values():
        for making in (function, *function.trades):
            yield from (text for lens in LENSES for text in making.lines(lens))
            yield from making.purpose


def test_a_line_about_coming_no_more_is_for_those_whose_text_speaks_of_it():
    assert not borne_out(STOP_COMING, ["Librarian", "Catalogues books."])
    assert borne_out(STOP_COMING, ["Adviser", "Follows up low attendance."])


@pytest.mark.parametrize(
    ("line", "told", "expected"),
    [
        ("[Watch] what {customers} choose to play, and [plan] activities by it.", "Gives warm meals.", False),
        ("[Watch] what {customers} choose to play, and [plan] activities by it.", "Plays with toddlers.", True),
        ("[Judge] the workshop by how many repairs had to be done again.", "Plans maintenance.", False),
        ("[Judge] the workshop by how many repairs had to be done again.", "Repairs pumps.", True),
        ("[Have] the right to ask for a campaign to wait.", "Does marketing for shops.", False),
        ("[Have] the right to ask for a campaign to wait.", "Sends newsletters.", True),
        ("[Judge] the work by how much of the harvest {customers} could use.", "Feeds cattle.", False),
        ("[Judge] the work by how much of the harvest {customers} could use.", "Tends the crops.", True),
        ("[Tell] authors what {customers} do not understand.", "Describes places to go out.", False),
        ("[Tell] authors what {customers} do not understand.", "Reads manuscripts.", True),
        ("[Judge] the teaching by how many points {customers} still find hard.", "Supports teaching.", False),
        ("[Judge] the teaching by how many points {customers} still find hard.", "Gives lessons.", True),
        ("[Be] free to suggest an exception to the rules on loans.", "Arranges interlibrary loans.", False),
        ("[Judge] hiring by how long posts stay open.", "Promotes recruitment of pupils to a summer camp.", False),
        ("[Judge] hiring by how long posts stay open.", "Interviews candidates for posts.", True),
        ("deliver goods safely to {customers}", "Drives officials.", False),
        ("deliver goods safely to {customers}", "Loads parcels.", True),
        ("[Rate] the work by how many causes of complaint were removed.", "Presides at meetings.", False),
        ("[Rate] the work by how many causes of complaint were removed.", "Answers complaints of tenants.", True),
        ("[Judge] the work by the commitments that were kept late.", "Signs minutes of a committee.", False),
        ("[Judge] the work by the commitments that were kept late.", "Meets commitments to partners.", True),
        ("[Have] a free hand to order what colleagues need.", "Files appeals in order of date.", False),
        ("[Have] a free hand to order what colleagues need.", "Orders supplies for the office.", True),
        ("[Judge] the work by how soon those who ask have their answer.", "Reviews falls on a ward.", False),
        ("[Judge] the work by how soon those who ask have their answer.", "Takes telephone messages.", True),
        ("[Note] which delays and changes {customers} were told of too late.", "Books hotels.", False),
        ("[Note] which delays and changes {customers} were told of too late.", "Rebooks missed flights.", True),
        ("[Be] free to propose a change to a measure that leads us away.", "Sets up sites.", False),
        ("[Be] free to propose a change to a measure that leads us away.", "Tracks metrics.", True),
        ("[Be] free to advise against a design that would mislead those who see or use it.", "Lights a stage.", False),
        ("[Be] free to advise against a design that would mislead those who see or use it.", "Draws brochures.", True),
        ("improve production so that {customers} get goods on time", "Plans the floor of a warehouse.", False),
        ("improve production so that {customers} get goods on time", "Plans production.", True),
        ("keep buildings and rooms safe for {customers}", "Patches storm drains.", False),
        ("keep buildings and rooms safe for {customers}", "Paints apartments.", True),
        ("[Note] what {customers} ask more than once.", "Keeps the files.", True),
    ],
)
def test_the_words_of_a_line_tell_its_matters(line, told, expected):
    assert borne_out(line, ["Holder of a post", told]) is expected


def test_the_word_for_those_served_is_no_matter():
    assert matters_of("[Ask] {customers} what they need.") == ()


@pytest.mark.parametrize("matter", all_matters(), ids=lambda matter: matter.name)
def test_every_matter_is_one_of_lines_and_one_word_alone_bears_it_out(matter):
    speaking = [text for text in texts() if matter in matters_of(text)]
    assert speaking
    word = matter.told[0].removesuffix("*")
    assert all(borne_out(text, [word]) for text in speaking if matters_of(text) == (matter,))
    assert not any(borne_out(text, [""]) for text in speaking)


def test_each_word_by_which_a_line_is_known_stands_in_one():
    plain = [re.sub(r"[\[\]]", "", text).lower() for text in texts()]
    unused = [
        (matter.name, word)
        for matter in all_matters()
        for word in matter.said
        if not any(re.search(rf"(?<!\w){re.escape(word.rstrip('*'))}", text) for text in plain)
    ]
    assert unused == []
