"""How quick the advisor is, beside programs that people know. ``make bench`` runs it."""
