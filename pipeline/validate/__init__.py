"""Validate: rules that read the model and return findings."""
