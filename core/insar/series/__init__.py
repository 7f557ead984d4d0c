"""Displacement series as a file, and what is fitted to or filtered from them.

In: solved blocks. Out: series with velocity and seasonal terms.
"""
