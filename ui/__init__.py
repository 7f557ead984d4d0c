"""Dock, chart canvas, icons."""
