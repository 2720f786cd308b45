"""The word for those whom the job serves, chosen in one place for everybody who writes it.

One pass over the text finds everybody whom it names and what each line says of them (``mentions``, ``around``); the
kind of organisation (``organisation``) and the function say who goes without saying (``unsaid``). What speaks for each
of them (``candidates``) is read by an order that was learned from texts that readers read (``ranking``), and the
likeliest is written (``choosing``). All words, phrases and figures stand in ``tables/served_word.toml``
(``book``), what was learned in ``tables/served_weights.json``. Who knows better says so, and that word is taken
(``given``).
"""

from jdrewrite.analysis.served_word.book import book, pattern
from jdrewrite.analysis.served_word.choosing import served_word
from jdrewrite.analysis.served_word.given import as_given, given_word, read_otherwise
from jdrewrite.analysis.served_word.in_line import names_others, word_of_line
from jdrewrite.analysis.served_word.mentions import names
from jdrewrite.analysis.served_word.organisation import kind_of
from jdrewrite.analysis.served_word.others import for_those
from jdrewrite.analysis.served_word.partners import goes_to_partners
from jdrewrite.analysis.served_word.reach import for_colleagues_alone
from jdrewrite.analysis.served_word.stand_in import form_of, seen

__all__ = [
    "as_given",
    "book",
    "for_colleagues_alone",
    "for_those",
    "form_of",
    "given_word",
    "goes_to_partners",
    "kind_of",
    "names",
    "names_others",
    "pattern",
    "read_otherwise",
    "seen",
    "served_word",
    "word_of_line",
]
