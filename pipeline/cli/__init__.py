"""The command line: Swedish throughout."""
