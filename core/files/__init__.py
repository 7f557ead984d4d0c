"""The files that steps read and write: the only place that knows names, units, signs, dimensions and fills.

In: paths. Out: arrays, grids and frozen dataclasses; files written whole or not at all.
"""
