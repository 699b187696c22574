"""The evidence library: what the advice rests on and how it was read."""
