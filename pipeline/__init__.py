"""Kansli: board papers that prove themselves."""
