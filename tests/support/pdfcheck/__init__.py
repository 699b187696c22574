"""A check of PDF files against a part of PDF/UA-1 and PDF/A-2a.

The codes are those of the Matterhorn Protocol 1.1 where it has one. About three quarters of
what can be wrong with a tagged file is noticed; a full validator notices more.
"""
