"""The typed, frozen model of a case: standard library only."""
