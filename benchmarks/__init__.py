"""Measurements that are quoted in the docs; none of them is a test."""
