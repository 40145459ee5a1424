"""The words of Swedish: whether one is spelled right, and which ones are a slip of a letter away."""

from __future__ import annotations

from pipeline.spelling.dictionary import Dictionary, swedish

__all__ = ["Dictionary", "swedish"]
