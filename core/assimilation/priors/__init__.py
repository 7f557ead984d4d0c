"""Where the prior comes from: a stored series, members, or the land model.

In: storage or weather. Out: forecasts from epoch to epoch.
"""
