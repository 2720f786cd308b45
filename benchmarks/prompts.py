"""How long the prompts are: their tokens against those of the job descriptions themselves.

``python benchmarks/prompts.py [FOLDER]`` takes a folder of job descriptions (the shared data where they are, else the
examples), and prints how a prompt compares with 2.2 times its job description plus 1,800. ``--server URL`` also asks a
llama.cpp server for its count, and prints how far our own estimate is from it.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import urllib.request
from pathlib import Path

import jdrewrite
from jdrewrite.errors import JdrewriteError
from jdrewrite.model import KINDS
from jdrewrite.proposing import given_for
from jdrewrite.rewriting.llm import brief, tokens

FACTOR, PLUS = 2.2, 1_800
ENDINGS = {".md", ".txt", ".docx"}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    options.add_argument("folder", nargs="?", type=Path, default=default_folder())
    options.add_argument("--sample", type=int, default=100)
    options.add_argument("--server", help="address of a llama.cpp server, such as http://127.0.0.1:8080")
    given = options.parse_args()
    paths = sorted(path for path in given.folder.rglob("*") if path.suffix in ENDINGS)
    random.Random(8).shuffle(paths)  # noqa: S311 - a sample
    rows = [row for path in paths[: given.sample] if (row := measured(path, given.server))]
    own, prompts = [row[0] for row in rows], [row[1] for row in rows]
    spare = [FACTOR * jd + PLUS - prompt for jd, prompt in zip(own, prompts, strict=True)]
    print(f"{len(rows)} job descriptions of {given.folder}, one request each")
    print(f"tokens of a job description: median {statistics.median(own):,.0f}, most {max(own):,}")
    print(f"tokens of its prompt:        median {statistics.median(prompts):,.0f}, most {max(prompts):,}")
    ratio = statistics.median(prompt / jd for jd, prompt in zip(own, prompts, strict=True))
    print(f"prompt / job description:    median {ratio:.2f}")
    below = sum(s >= 0 for s in spare)
    print(f"below {FACTOR} x + {PLUS:,}:         {below} of {len(rows)}, least room {min(spare):,.0f} tokens")
    if given.server:
        off = [row[1] / row[2] - 1 for row in rows]
        print(f"our estimate against the server's count: {min(off):+.1%} to {max(off):+.1%}")
    assert min(spare) >= 0, "a prompt is longer than it may be"


def default_folder() -> Path:
    root = Path(__file__).resolve().parents[1]
    shared = root.parent / "shared" / "data" / "jds"
    return shared if shared.is_dir() else root / "examples"


def measured(path: Path, server: str | None) -> tuple[int, int, int] | None:
    """Tokens of the job description, of its prompt, and of the prompt as the server counts."""
    try:
        document = jdrewrite.read(path)
        assessment = jdrewrite.analyse(document)
    except JdrewriteError:
        return None
    prompt = brief.whole(assessment, KINDS, given_for(assessment).ledger).prompt
    own = tokens.count("\n".join(block.text for block in document.blocks))
    texts = (prompt.system, prompt.user)
    return own, tokens.count_messages(texts), sum(counted(text, server) for text in texts) if server else 0


def counted(text: str, server: str) -> int:
    body = json.dumps({"content": text}).encode()
    request = urllib.request.Request(f"{server}/tokenize", body, {"content-type": "application/json"})  # noqa: S310
    with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
        return len(json.load(answer)["tokens"])


if __name__ == "__main__":
    main()
