"""Start-up stays cheap: the heavy libraries wait until they are needed."""

import subprocess
import sys

import pytest

HEAVY = ("spacy", "textual", "openai", "docx", "tinydb", "numpy", "lxml", "pydantic")


def loaded_by(code: str) -> set[str]:
    probe = f"import sys\n{code}\nprint(' '.join(m for m in {HEAVY!r} if m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    return set(done.stdout.split("\n")[-2].split())


@pytest.mark.parametrize(
    "code",
    [
        "import jdrewrite",
        "import jdrewrite.model, jdrewrite.errors, jdrewrite.documents",
        "import jdrewrite.cli.main",
        "import contextlib, io\nfrom jdrewrite.cli.main import app\n"
        "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):\n    app(['--help'])",
        "import jdrewrite; jdrewrite.read_bytes(b'Clerk\\n\\n- Enter invoices', 'x.txt')",
    ],
)
def test_nothing_heavy_is_loaded(code):
    assert loaded_by(code) == set()


def test_reading_word_needs_no_language_model(tmp_path):
    assert "spacy" not in loaded_by("import jdrewrite.documents.docx, jdrewrite.documents.markdown")


def test_every_public_name_is_there():
    import jdrewrite

    for name in jdrewrite.__all__:
        assert getattr(jdrewrite, name) is not None
    with pytest.raises(AttributeError):
        _ = jdrewrite.nonsense
