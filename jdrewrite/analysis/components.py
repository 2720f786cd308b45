"""The registered spaCy factories."""


def make_sections(nlp: object, name: str) -> object:
    """Make the component."""
    return lambda doc: doc


def make_function(nlp: object, name: str) -> object:
    """Make the component."""
    return lambda doc: doc


def make_customer(nlp: object, name: str) -> object:
    """Make the component."""
    return lambda doc: doc


def make_frame(nlp: object, name: str) -> object:
    """Make the component."""
    return lambda doc: doc


def make_sight(nlp: object, name: str) -> object:
    """Make the component."""
    return lambda doc: doc


def make_voice(nlp: object, name: str) -> object:
    """Make the component."""
    return lambda doc: doc


def make_authority(nlp: object, name: str) -> object:
    """Make the component."""
    return lambda doc: doc


def make_measure(nlp: object, name: str) -> object:
    """Make the component."""
    return lambda doc: doc


def make_across(nlp: object, name: str) -> object:
    """Make the component."""
    return lambda doc: doc


def make_people(nlp: object, name: str) -> object:
    """Make the component."""
    return lambda doc: doc
