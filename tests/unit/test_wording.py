"""Counts in sentences."""

import numpy as np
from groundswell.core.wording import number_of, part_of


def test_one_is_singular_and_none_is_plural():
    assert [number_of(n, "date") for n in (0, 1, 2)] == ["0 dates", "1 date", "2 dates"]
    assert number_of(np.int64(1), "entry was", "entries were") == "1 entry was"
    assert number_of(15, "entry was", "entries were") == "15 entries were"
    assert part_of(1, 12, "dates", "has", "have") == "1 of 12 dates has"
    assert part_of(np.intp(3), 12, "dates", "has", "have") == "3 of 12 dates have"
