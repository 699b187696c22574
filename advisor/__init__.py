"""The advisor without a window: evidence, rules, plans, storage and paper. Knows no Qt."""
