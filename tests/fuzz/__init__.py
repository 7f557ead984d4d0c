"""Damaged files of every kind, into everything that reads files."""
