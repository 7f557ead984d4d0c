"""Folders of interferograms, and the grid they lie on.

In: a product's folder. Out: its pairs, rasters, look vectors and metadata.
"""
