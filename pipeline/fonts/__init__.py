"""Fonts that come with the program, and how one is found."""
