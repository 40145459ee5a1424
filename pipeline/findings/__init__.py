"""Findings: data, never strings; with a catalogue and their forms at the terminal."""
