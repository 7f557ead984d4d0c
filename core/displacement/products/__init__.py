"""Finished displacement of other producers.

In: a file or folder of a product. Out: its series by windows or points, in mm, with what is known of them.
"""
