"""One plan: its sections, how far each is, and where to go from here."""
