"""Tests of the results side: compare."""
