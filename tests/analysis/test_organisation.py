"""The cues of a kind of organisation are all found, though few of them are tried."""

import string

from hypothesis import given, settings
from hypothesis import strategies as st

from jdrewrite.analysis import analyse
from jdrewrite.analysis.served_word.book import book, pattern
from jdrewrite.analysis.served_word.organisation import cues_in, kind_of
from jdrewrite.documents import read_bytes
from tests.part import tries

PLACES = [(number, at) for number, kind in enumerate(book().kind) for at in range(len(kind.cues))]
CUES = st.one_of(
    st.from_regex(pattern(words), fullmatch=True, alphabet=st.characters(codec="ascii"))
    for kind in book().kind
    for words in [*(cue.words for cue in kind.cues), *([kind.unless] if kind.unless else [])]
)
OTHERS = st.text(string.ascii_letters, max_size=8)


def counted(text, number, at):
    kind = book().kind[number]
    clear = pattern(kind.unless).sub(" ", text) if kind.unless else text
    return len(pattern(kind.cues[at].words).findall(clear))


@given(st.lists(CUES | OTHERS, min_size=1, max_size=5).map(" ".join))
@settings(max_examples=tries(200), deadline=None)
def test_trying_few_cues_finds_all(text):
    every = {place: count for place in PLACES if (count := counted(text, *place))}
    assert dict(cues_in(text)) == every


def test_a_title_that_names_the_kind_counts_beyond_its_words():
    text = "The university campus has faculty and undergraduate students. " * 3
    document = f"# {{title}}\n\n{text}\n\n## Duties\n\n- Label specimens for exhibitions of the museum.\n- Move museum cases.\n"
    kinds = []
    for title in ("Technician", "Museum Technician"):
        found = analyse(read_bytes(document.format(title=title).encode(), "job.md"))
        kinds.append(kind_of(found.title, found.statements).name)
    assert kinds == ["school", "museum"]
