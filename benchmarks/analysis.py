"""Speed of the analysis as ratios in one run: against the plain spaCy pipeline on whole texts.

    python benchmarks/analysis.py [COUNT]

Reads the examples of this repository, or COUNT job descriptions of the shared data where they are.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))


def main() -> None:
    import spacy

    import jdrewrite
    from jdrewrite.language.model import default_model
    from tests.conftest import shared_folder

    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    folder = shared_folder()
    found = sorted((folder / "data/jds").glob("*/*.md")) if folder else sorted((ROOT / "examples").glob("*/*"))
    files = found[:: max(1, len(found) // count)][:count]
    documents = [jdrewrite.read(path) for path in files]
    texts = ["\n".join(block.text for block in document.blocks) for document in documents]

    plain = spacy.load(default_model())
    plain(texts[0])
    begin = time.perf_counter()
    for text in texts:
        plain(text)
    peer = time.perf_counter() - begin

    jdrewrite.analyse(documents[0])
    begin = time.perf_counter()
    for document in documents[1:]:
        jdrewrite.analyse(document)
    own = time.perf_counter() - begin
    print(f"{len(files)} job descriptions, one process")
    print(f"plain pipeline on whole texts: {len(files) / peer:6.1f} a second")
    print(
        f"jdrewrite analyse:             {(len(files) - 1) / own:6.1f} a second, {peer / own:.2f} times the plain way"
    )


if __name__ == "__main__":
    main()
