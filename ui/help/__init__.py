"""Words explained in place, the keys, and what this program is."""
