"""The page of a Word file: its HTML, and what a browser makes of it."""
