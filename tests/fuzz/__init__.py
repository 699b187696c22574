"""Broken files and words of strangers, made by chance and by following the code."""
