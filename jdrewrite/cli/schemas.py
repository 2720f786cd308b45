"""Writes the JSON schemas of the output from the types: ``python -m jdrewrite.cli.schemas docs/json``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import msgspec

from jdrewrite.audit import Audited, Failed, compare
from jdrewrite.audit.reports import json_all
from jdrewrite.cli import shapes, shapes_hearing, shapes_library, shapes_lines, shapes_rewrite
from jdrewrite.cli.diagnostics import USAGE, say
from jdrewrite.model import Fact

SCHEMAS: dict[str, Any] = {
    "check": shapes.Check,
    "rewrite": shapes_rewrite.Rewrite,
    "estimate": shapes_rewrite.Estimate,
    "verify": shapes.Verify,
    "verify-line": shapes_lines.VerifiedLine | shapes_lines.BadLine,
    "label-line": shapes_lines.LabelledLine | shapes_lines.BadLine,
    "functions": shapes.Functions,
    "doctor": shapes.Doctor,
    "listen": shapes_hearing.Listen,
    "voice": shapes_hearing.Voice,
    "voice-line": shapes_hearing.VoiceLine,
    "audit": json_all.Audit,
    "audit-line": Audited | Failed,
    "compare": compare.Comparison,
    "library-list": shapes_library.LibraryList,
    "library-document": shapes_library.LibraryDocument,
}
"""Name of the schema file, and the type that it describes."""


_LEFT_OUT = {(Fact.__name__, "line"), (Fact.__name__, "original_line")}
"""Keys that are only written where there is something to say."""


def schema(name: str) -> dict[str, Any]:
    """Return one schema (JSON Schema, draft 2020-12).

    Raises:
        KeyError: there is no schema of this name.
    """
    kind = SCHEMAS[name]
    parts = getattr(kind, "__args__", (kind,))
    (*bodies,), definitions = msgspec.json.schema_components(parts, ref_template="#/$defs/{name}")
    body = bodies[0] if len(bodies) == 1 else {"anyOf": bodies}
    for part in definitions.values():
        _tighten(part)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": name,
        **body,
        "$defs": definitions,
    }


def _tighten(part: dict[str, Any]) -> None:
    """Say that every key is written, but for those left out, and that the number of the shape is fixed."""
    fields: dict[str, dict[str, Any]] = part.get("properties", {})
    part["required"] = [name for name in fields if (part["title"], name) not in _LEFT_OUT]
    for name, field in fields.items():
        default = field.pop("default", None)
        if name == "schema":
            field["const"] = default


def text(name: str) -> str:
    """Return one schema as its file has it."""
    return msgspec.json.format(msgspec.json.encode(schema(name)), indent=2).decode() + "\n"


def main(folder: Path) -> None:
    """Write all schema files into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in SCHEMAS:
        (folder / f"{name}.schema.json").write_text(text(name), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        say("name the folder: python -m jdrewrite.cli.schemas docs/json")
        sys.exit(USAGE)
    main(Path(sys.argv[1]))
