"""Web: any Word file becomes one accessible page of HTML that needs nothing beside itself."""

from __future__ import annotations

from pipeline.web.service import WebOptions, WebPage, web_page

__all__ = ["WebOptions", "WebPage", "web_page"]
