"""The electronic seal on a PDF (PAdES, ETSI EN 319 142-1): how it is put there, and what can be said of one."""
