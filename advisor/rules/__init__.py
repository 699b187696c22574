"""The rule engine: pure functions from a pack and a plan to advice."""
