"""The reference area of a stack.

In: a stack and, where given, a place. Out: the pixels of the area and their phase.
"""
