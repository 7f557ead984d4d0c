"""The update of an epoch and the loop over epochs.

In: a prior and observations. Out: analysis, innovations and gains.
"""
