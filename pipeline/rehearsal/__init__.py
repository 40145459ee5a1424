"""A municipality's templates tried on a made-up case that has everything, before a real one meets them."""

from __future__ import annotations

from pipeline.rehearsal.rehearse import rehearse

__all__ = ["rehearse"]
