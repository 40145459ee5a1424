"""Read: an OOXML package becomes the layout tree, resolved through its styles."""
