"""Files to values and back: evidence packs and plan files, strictly read."""
