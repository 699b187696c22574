"""One file for each version of the tables, never changed once it was released."""
