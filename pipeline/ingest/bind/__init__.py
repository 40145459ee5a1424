"""From raw trees to the model: declared fields, all faults at once, each with its place."""
