"""Prose: Markdown and Word files become blocks and inlines of one model."""
