"""The window: what the user sees and touches. Rules, files and SQL live in `advisor`."""
