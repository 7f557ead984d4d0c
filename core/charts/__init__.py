"""Every figure, as functions from data to a matplotlib Figure."""
