"""The open plan: its session, what is saved, its overview, its answers and the panel beside."""
