"""Tests of the results side: actions."""
