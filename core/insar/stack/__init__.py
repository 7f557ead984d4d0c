"""The stack of interferograms as a file.

In: pairs of a frame. Out: a stack, read again by blocks.
"""
