"""Evidence packs and plan files: what is taken, what is refused, and in which words."""
