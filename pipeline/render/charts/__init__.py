"""Charts: read from their part with its cached data, laid out, and drawn as a graphic."""
