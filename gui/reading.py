"""Figures with their units as a person reads them, units of words in the language of the window."""

from engine.wording import format_value, in_words

__all__ = ["format_value", "in_words"]
