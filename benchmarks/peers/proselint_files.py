"""Times proselint on text files, one process: ``python proselint_files.py FILE...``; prints one JSON line."""

import json
import sys
import time
from pathlib import Path

from proselint.checks import __register__
from proselint.config import DEFAULT
from proselint.registry import CheckRegistry
from proselint.tools import LintFile

registry = CheckRegistry()
registry.register_many(__register__)
texts = [Path(name).read_text(encoding="utf-8") for name in sys.argv[1:]]


def check(text: str) -> None:
    LintFile("text", text).lint(DEFAULT)


check(texts[0])
begin = time.perf_counter()
for each in texts[1:]:
    check(each)
print(json.dumps({"name": "proselint", "files": len(texts) - 1, "seconds": time.perf_counter() - begin}))
