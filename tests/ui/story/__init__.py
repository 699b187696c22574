"""Tests of how the advice is told."""
