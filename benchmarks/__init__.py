"""Measurements that are printed as ratios; none of them is a test."""
