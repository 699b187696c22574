"""Tests of the results side: advice."""
