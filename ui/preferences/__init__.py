"""The preferences page: how the program looks and where a person's work lies."""
