"""Verifying what was built: from the files alone, whoever has had them."""

from __future__ import annotations

from pipeline.verify.folder import verify_file, verify_folder

__all__ = ["verify_file", "verify_folder"]
