"""Interferograms to line-of-sight displacement time series."""
