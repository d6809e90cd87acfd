"""The law that the library cites: instruments and articles, as data."""

from ogi.law.citations import Citation, Instrument, cite, instruments

__all__ = ["Citation", "Instrument", "cite", "instruments"]
