"""Render: any Word file becomes PDF/A-2a and PDF/UA-1 in one file."""

from __future__ import annotations

from pipeline.render.read.choices import Choices
from pipeline.render.service import Rendered, RenderOptions, render

__all__ = ["Choices", "RenderOptions", "Rendered", "render"]
