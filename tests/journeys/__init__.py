"""Whole ways through the product, in a real window, by keys and by what a screen reader hears."""
