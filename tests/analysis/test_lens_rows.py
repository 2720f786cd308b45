"""The rows that are summed for every statement are those of the features by which the model was trained."""

from pathlib import Path

import pytest

import jdrewrite
from jdrewrite.analysis.lens_features import features
from jdrewrite.analysis.lens_model import weights
from jdrewrite.analysis.lens_rows import Rows, rows_of
from jdrewrite.analysis.lenses import rule_hits, value_of
from jdrewrite.analysis.light import LightDoc
from jdrewrite.analysis.rules import book
from jdrewrite.analysis.served import mark
from jdrewrite.analysis.statements import cut
from jdrewrite.language.model import pipeline
from jdrewrite.model import LENSES

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/*.md"))


@pytest.fixture(scope="module")
def seen():
    texts = [b.text[a:z] for p in EXAMPLES for b, spans in cut(jdrewrite.read(p)) for a, z in spans]
    found = []
    for doc in map(LightDoc.of, pipeline().pipe(texts)):
        marked = mark(doc, book().classes)
        hits = rule_hits(doc, book(), marked)
        found.append((doc, marked, hits, {lens: value_of(lens, hits.get(lens, []), book()) for lens in LENSES}))
    return found


def test_rows_are_those_of_the_features(seen):
    names = weights().names
    for doc, marked, hits, values in seen:
        expected = {names[name] for name in features(doc, marked, hits, values) if name in names}
        assert rows_of(weights()).of(doc, marked, hits, values) == expected, doc.text


def test_the_memory_is_bounded(monkeypatch):
    monkeypatch.setattr("jdrewrite.analysis.lens_rows.REMEMBERED", 5)
    rows = Rows(weights())
    for n in range(20):
        rows.of(LightDoc("", (f"w{n}",), (f"w{n}",)), {}, {}, {})
    assert len(rows._words) <= 5
