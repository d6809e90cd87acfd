"""A case under way, and everybody who might come near it."""

from website.test_who_may import case, persons

__all__ = ["case", "persons"]
