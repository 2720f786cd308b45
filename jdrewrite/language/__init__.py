"""Language tools behind frozen values: the model, sentences, and the parse of one statement."""

from jdrewrite.language.model import model_version, pipeline
from jdrewrite.language.parse import Parse, Token, parse
from jdrewrite.language.sentences import sentences
from jdrewrite.language.words import fingerprint, plain

__all__ = ["Parse", "Token", "fingerprint", "model_version", "parse", "pipeline", "plain", "sentences"]
