"""Web: any Word file becomes one accessible page of HTML that needs nothing beside itself."""

from __future__ import annotations

from pipeline.web.service import WebOptions, WebPage, page_of_document, web_page

__all__ = ["WebOptions", "WebPage", "page_of_document", "web_page"]
