"""Delays of the air that are removed from interferograms.

In: weather-model delays of the dates. Out: corrections of pairs, and whether they are accepted.
"""
