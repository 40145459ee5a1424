"""The numbers of the prose: recognised, with unit and what is said of them, and held against the known values."""
