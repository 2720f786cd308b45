"""A key for what is large and stays: what is remembered of it is found by which object it is, not by what it holds."""

from __future__ import annotations

from typing import Generic, TypeVar

T = TypeVar("T")


class Identical(Generic[T]):
    """Equal to a key of the very same object; it holds the object, so that no other can take its place in memory.

    To compare or hash the outputs of a function takes longer than to use what is remembered of them.
    """

    __slots__ = ("value",)

    def __init__(self, value: T) -> None:
        """Make a key.

        Args:
            value: the object.
        """
        self.value = value

    def __eq__(self, other: object) -> bool:
        """Tell whether another key is of the very same object."""
        return isinstance(other, Identical) and self.value is other.value

    def __hash__(self) -> int:
        """Return the same for the same object."""
        return id(self.value)
