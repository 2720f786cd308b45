"""The verbs in a process of their own, so that a screen never waits while a language model loads or reads."""
