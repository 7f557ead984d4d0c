"""What a user's files hold, found quickly and before any step runs.

In: paths. Out: a sentence for each, and whether the study can use it.
"""
