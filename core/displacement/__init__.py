"""What is done to displacement after the inversion.

In: line-of-sight series. Out: gridded, vertical or decomposed displacement.
"""
