"""Phrases of date words and what they say: token classes in, meanings out. One grammar for every language with a vocabulary."""

from transforms.temporal.grammar.parse import Parsed, parse

__all__ = ["Parsed", "parse"]
