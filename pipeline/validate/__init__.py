"""The validate stage: what a case says is held against its profile and against itself."""

from __future__ import annotations

from pipeline.validate.review import Accepted, Review
from pipeline.validate.runner import review

__all__ = ["Accepted", "Review", "review"]
