"""How long work is cut up, run, reported and cancelled.

In: tasks and the memory and workers allowed. Out: their results in order. Knows no file and no science.
"""
