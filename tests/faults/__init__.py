"""What a failing disk, a full one and a killed process do to the results."""
