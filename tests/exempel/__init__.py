"""The example case and the published paper that it reproduces."""
