"""Tests of the results side: preferences_page."""
