"""Plan files: strictly read, always written the same way."""
