"""The command line as a coordinator types it."""
