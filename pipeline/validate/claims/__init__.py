"""What the prose claims of the report's own things: how many there are, which level they have, what has changed."""
