"""The whole run on the real case."""
