"""Words explained in place, a short tour, the keys, and what this program is."""
