"""Pairs to dates: the least squares of one block of pixels.

In: displacement of pairs, weights and dates as arrays. Out: series, motion and their errors. Knows no file.
"""
