"""The advice as a story: what comes first, what belongs together, in which words. No window."""
