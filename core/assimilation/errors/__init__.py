"""Errors of observations and of the prior.

In: sizes, lengths and memories. Out: covariances and perturbations.
"""
