"""Each reader against wrong and hostile files: findings in Swedish, within bounds, and nothing else read."""
