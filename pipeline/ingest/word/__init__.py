"""Word contributions: a department's .docx becomes the same blocks as Markdown, and what is lost is named."""
