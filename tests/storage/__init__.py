"""Tests of storage: what is kept, what is refused, what survives."""
