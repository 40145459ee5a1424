"""A web page inserted into a Word file (w:altChunk), made into a Word file of its own, as Word does on opening it."""
