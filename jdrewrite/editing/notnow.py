"""What is said where something cannot be done now."""


class NotNow(Exception):
    """An act that makes no sense here; its text tells the person what would."""
