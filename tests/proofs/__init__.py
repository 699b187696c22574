"""Proofs that nothing is lost; python -m tests.proofs tries them at length."""
