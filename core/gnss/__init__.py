"""Vertical position series of GNSS stations."""
