"""Proofreading: the finished Word files hold all that the case says, and nothing that nobody meant to publish."""

from __future__ import annotations

from pipeline.proofread.papers import proofread

__all__ = ["proofread"]
