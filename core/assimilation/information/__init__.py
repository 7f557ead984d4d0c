"""What observations can tell before they are used.

In: errors and geometry. Out: expected reduction of error, and the gate.
"""
