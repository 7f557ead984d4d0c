"""Storage from displacement without a land model: the geodetic inversion.

In come frames of vertical displacement, GNSS heights and, on demand, GRACE at its own scale; out go maps of storage
with standard deviations and a statement of what the data resolve.
"""
