"""Tests of the results side: chain."""
