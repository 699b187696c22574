"""How older tables become newer ones: Alembic's environment and its revisions."""
