"""What the interferograms say of each other: loops, coverage, unwrapping errors.

In: a stack. Out: flags, repairs and a verdict on each pair and pixel.
"""
