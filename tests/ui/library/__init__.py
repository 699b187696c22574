"""Tests of the results side: library."""
