"""Cuts texts into spaCy's tokens with a memory of what stands between two spaces.

spaCy's English tokenizer looks at nothing beyond the white space around a word, so what it makes of "(e.g." or
"customers'" is the same everywhere. Remembering it costs a fifth of asking the tokenizer each time, and of most new
words it need not be asked: plain letters are one token, and a comma or full stop behind them another, unless they are
one of its exceptions ("cannot", "Inc.").
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

REMEMBERED = 40_000
"""Different chunks kept; all are forgotten together, as spaCy's own memory of the kind does."""
_MARKS = frozenset({",", "."})
Chunk = tuple[tuple[str, ...], tuple[str, ...]]
"""Tokens as they stand, and in lower case."""


class Chunks:
    """The tokens of texts by one model's tokenizer."""

    def __init__(self, nlp: Language) -> None:
        """Make one for a model."""
        self._nlp = nlp
        self._known: dict[str, Chunk] = {}
        self._normed: set[str] = set()
        """Chunks to whose tokens the tokenizer gives other normal forms than they have elsewhere: "ca" of "can't"."""
        self._exceptions = _english_exceptions(nlp)

    def read(self, texts: Sequence[str]) -> list[Chunk]:
        """Return the tokens of each text, in order."""
        cut = [text.split(" ") for text in texts]
        # Other white space than single spaces makes tokens of its own: such a text is left to the tokenizer.
        plain = [parts == text.split() for parts, text in zip(cut, texts, strict=True)]
        self._learn({part for parts, alone in zip(cut, plain, strict=True) if alone for part in parts})
        return [
            self._joined(parts) if alone else _tokens(self._nlp.make_doc(text))
            for text, parts, alone in zip(texts, cut, plain, strict=True)
        ]

    def doc(self, text: str, tokens: Sequence[str]) -> Doc:
        """Return what the tokenizer makes of a text whose tokens are known, without asking it again.

        Args:
            text: as given to ``read``.
            tokens: as ``read`` returned them.
        """
        from spacy.tokens import Doc

        parts = text.split(" ")
        if parts != text.split() or not self._normed.isdisjoint(parts):
            return self._nlp.make_doc(text)
        spaces = []
        at = 0
        for token in tokens:
            at += len(token)
            spaces.append(text[at : at + 1] == " ")
            at += spaces[-1]
        return Doc(self._nlp.vocab, words=list(tokens), spaces=spaces)

    def _joined(self, parts: list[str]) -> Chunk:
        texts: list[str] = []
        lowers: list[str] = []
        for part in parts:
            found = self._known[part]
            texts += found[0]
            lowers += found[1]
        return tuple(texts), tuple(lowers)

    def _plainly(self, part: str) -> tuple[str, ...]:
        """Return the tokens of plain letters with or without a comma or a full stop; none where they are to be asked.

        A full stop stays with a capital ("J.", "U.S."), so that is left to the tokenizer.
        """
        word, mark = (part[:-1], part[-1]) if part[-1:] in _MARKS and part[-2:-1].islower() else (part, "")
        if self._exceptions is None or not (word.isascii() and word.isalpha()):
            return ()
        if part in self._exceptions or word in self._exceptions:
            return ()
        return (word, mark) if mark else (word,)

    def _learn(self, parts: set[str]) -> None:
        """Tokenize the chunks that are new in one go: most of the cost of a call is the call."""
        if len(self._known) + len(parts) > REMEMBERED:
            self._known.clear()
        if len(self._normed) > REMEMBERED:
            self._normed.clear()
        new = []
        # Not the difference of sets, which would walk through all that is known.
        for part in sorted(part for part in parts if part not in self._known):
            texts = self._plainly(part)
            if texts:
                self._known[part] = (texts, texts if part.islower() else tuple(text.lower() for text in texts))
            else:
                new.append(part)
        if not new:
            return
        tokens = [(t.idx, t.text, t.lower_, t.norm != t.lex.norm) for t in self._nlp.make_doc(" ".join(new))]
        first = 0
        end = -1
        for part in new:
            end += len(part) + 1
            last = first
            while last < len(tokens) and tokens[last][0] < end:
                last += 1
            own = tokens[first:last]
            self._known[part] = tuple(text for _, text, *_ in own), tuple(lower for _, _, lower, _ in own)
            if any(normed for *_, normed in own):
                self._normed.add(part)
            first = last


def _english_exceptions(nlp: Language) -> Container[str] | None:
    """Return the chunks that a tokenizer treats by themselves, if it cuts others as spaCy does in English.

    By those rules nothing but a mark at its end is cut off a chunk of letters; of other rules that cannot be told.
    """
    from spacy.lang.en import English
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

    own: Any = nlp.tokenizer
    english = English.Defaults
    same = (
        _pattern(own, "prefix_search") == compile_prefix_regex(english.prefixes or ()).pattern
        and _pattern(own, "suffix_search") == compile_suffix_regex(english.suffixes or ()).pattern
        and _pattern(own, "infix_finditer") == compile_infix_regex(english.infixes or ()).pattern
        and own.token_match is None
        and own.url_match == english.url_match
    )
    return own.rules if same else None


def _pattern(tokenizer: Any, name: str) -> str | None:
    """Return one of the expressions by which a tokenizer cuts; None for a tokenizer of another make."""
    search = getattr(tokenizer, name, None)
    return search.__self__.pattern if search else None


def _tokens(part: Doc | Span) -> Chunk:
    texts = tuple(token.text for token in part)
    lowers = tuple(token.lower_ for token in part)
    return texts, texts if texts == lowers else lowers
