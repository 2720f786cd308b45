"""Tries one profile from end to end, without any text of a job description, and says what to do where it fails."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from jdrewrite.config import EngineProfile, config
from jdrewrite.errors import KeyMissing
from jdrewrite.rewriting.llm import keys, places
from jdrewrite.rewriting.llm.line import Line, text_of
from jdrewrite.rewriting.llm.pieces import Check, Request, Trouble
from jdrewrite.rewriting.llm.reply import Reader, Reply, schema

_WAYS = {"schema": "by JSON schema", "json": "in JSON mode", "text": "as plain text"}
_QUESTION = 'Answer with this JSON object and nothing else: {"changes": [], "additions": []}'
_LISTED = 6


def checkup(name: str, profile: EngineProfile) -> Iterator[Check]:
    """Yield what was looked at of one profile: destination, key, price, server, model, answer, shape."""
    yield _destination(name, profile)
    try:
        key = keys.key_of(name, profile)
    except KeyMissing as error:
        yield Check(name="key", state="problem", told=error.reason, way_out=error.way_out)
        return
    yield Check(name="key", state="ok", told="there (not shown)" if key != keys.NO_KEY else "none is needed")
    if profile.model not in config().price and not places.is_here(profile.base_url):
        way_out = f'add [price."{profile.model}"] to the settings to see what a run costs'
        yield Check(name="price", state="note", told=f"none for {profile.model}", way_out=way_out)
    patient = min(profile.timeout, 60.0)
    line = Line(
        name, msgspec.structs.replace(profile, retries=0, timeout=patient, silence=min(profile.silence, 30.0)), key
    )
    try:
        yield from _server(line, profile)
        yield from _answer(line)
    finally:
        line.close()


def _destination(name: str, profile: EngineProfile) -> Check:
    where = places.destination(name, profile)
    if where is None:
        return Check(name="destination", state="ok", told=f"{profile.base_url}, this machine: no text leaves it")
    told = f"{where.host}, another machine"
    if not where.encrypted:
        way_out = "use https, or a server on this machine"
        return Check(name="destination", state="note", told=f"{told}, without encryption", way_out=way_out)
    if not where.agreed:
        way_out = "you are asked before the first text is sent; --yes agrees for one run"
        return Check(name="destination", state="note", told=f"{told}; nobody agreed to it yet", way_out=way_out)
    return Check(name="destination", state="ok", told=f"{told}; you agreed to it")


def _server(line: Line, profile: EngineProfile) -> Iterator[Check]:
    try:
        models = line.models()
    except Trouble as trouble:
        if trouble.kind == "denied" and "key" not in trouble.reason:
            yield Check(name="server", state="note", told="it names no models", way_out="")
        else:
            yield Check(name="server", state="problem", told=trouble.reason, way_out=trouble.way_out)
        return
    yield Check(name="server", state="ok", told="reachable")
    if models and profile.model not in models:
        listed = ", ".join(models[:_LISTED]) + (", ..." if len(models) > _LISTED else "")
        told = f"the server does not name {profile.model!r}"
        yield Check(name="model", state="note", told=told, way_out=f"it names {listed}")


def _answer(line: Line) -> Iterator[Check]:
    request = Request(system="You answer in JSON.", user=_QUESTION, schema=schema(Reply), max_tokens=150)
    try:
        text, end = text_of(line.start(request).pieces())
    except Trouble as trouble:
        yield Check(name="answer", state="problem", told=trouble.reason, way_out=trouble.way_out)
        return
    yield Check(name="answer", state="ok", told="the model answers")
    reader = Reader()
    broken = [entry for entry in (*reader.feed(text), *reader.close()) if hasattr(entry, "reason")]
    way = _WAYS[line.shape]
    if broken or end.finish != "stop":
        told = f"asked for {way}, the answer does not have the right shape"
        way_out = 'try structured = "json" or "text" in the profile, or another model; what does not fit is refused'
        yield Check(name="structure", state="note", told=told, way_out=way_out)
    else:
        yield Check(name="structure", state="ok", told=f"the answer has the right shape, asked for {way}")
