"""What the tables of a case assert: every amount that follows from others, as an equation with both its sides."""
