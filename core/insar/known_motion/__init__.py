"""Motion that is known beforehand: plates and solid-earth tides.

In: places and times. Out: displacement in the line of sight.
"""
