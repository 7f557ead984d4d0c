"""Kernels of the filters and their localization: arrays in, arrays out.

In: ensembles or covariances and observations. Out: updates.
"""
