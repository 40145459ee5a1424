"""Equations: what a formula says, in words, and set as a drawing that stands in the line."""
