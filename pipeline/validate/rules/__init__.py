"""The rules: each a small function from a case and its profile to findings."""
