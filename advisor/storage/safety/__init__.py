"""Copies, drafts and seals: what keeps words through a bad day."""
