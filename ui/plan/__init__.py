"""The open plan: its session, what is saved, the list of its questions and the panel beside."""
