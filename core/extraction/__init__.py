"""Values of any file of the chain at points and over areas.

In: a file and places. Out: series and tables.
"""
