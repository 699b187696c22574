"""Tests of the results side: paper."""
