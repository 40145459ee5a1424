"""The validate stage: what a case says is held against its profile and against itself."""

from __future__ import annotations

from pipeline.validate.runner import validate

__all__ = ["validate"]
