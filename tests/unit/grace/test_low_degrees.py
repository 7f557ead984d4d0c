"""Degree 1, C20 and C30 of technical notes made to layout: what stands in which coefficient, and what is said."""

import numpy as np
import pytest
from groundswell.core.grace.harmonics import Coefficients
from groundswell.core.grace.low_degrees import choose_c20_c30, choose_degree_1, replace_low_degrees
from groundswell.core.grace.technical_notes import LowDegrees, read_c20_c30, read_degree_1

MJD = 51544
MONTHS = np.arange(170, 186)  # February 2016 to May 2017; C30 is replaced from 177 (September 2016) on
WINDOWS = np.array([[30.0 * k, 30.0 * k + 30.0] for k in range(MONTHS.size)]) + 5875.0
C20, C30 = -4.84e-4 + 1e-10 * np.arange(MONTHS.size), 9.57e-7 + 1e-11 * np.arange(MONTHS.size) ** 2


def tn_14(path, kept, c30=C30):
    """Zero-tide, as those of 2019 and later."""
    lines = ["SLR values of C20 and C30", "Date created: 15-JUL-2020", "zero tide", "PRODUCT:"]
    for k in kept:
        start, end = WINDOWS[k] + MJD
        third = f"{c30[k]:.13e}"
        lines.append(f"{start:.1f} 2016.1 {C20[k]:.13e} 0.0 0.0 {third} 0.0 0.0 {end:.1f} 2016.2")
    path.write_text("\n".join(lines) + "\n")
    return path


def tn_13(path, kept):
    from groundswell.core.dates import date_of

    lines = ["GRACE Technical Note 13", "end of header"]
    for k in kept:
        first, last = (date_of(day).strftime("%Y%m%d") for day in (WINDOWS[k, 0], WINDOWS[k, 1] - 1))
        for order, (c, s) in enumerate(degree_1(k)):
            lines.append(f"GRCOF2 1 {order} {c:.10e} {s:.10e} 0.0 0.0 {first}.0000 {last}.2359")
    path.write_text("\n".join(lines) + "\n")
    return path


def degree_1(k):
    """C10 and 0, then C11 and S11."""
    return (1e-10 * k, 0.0), (2e-10 + 1e-11 * k, -3e-10 * k)


def solutions(degree=4):
    rng = np.random.default_rng(3)
    c, s = (rng.normal(0, 1e-11, (MONTHS.size, degree + 1, degree + 1)) for _ in "cs")
    c[:, 2, 0] += C20 + 5e-11
    return Coefficients(c, s)


def test_each_coefficient_is_replaced_in_its_own_months_and_no_other_is_touched(tmp_path):
    everywhere = range(MONTHS.size)
    own = solutions()
    made = replace_low_degrees(
        own, MONTHS, WINDOWS, tn_13(tmp_path / "TN-13.txt", everywhere), tn_14(tmp_path / "TN-14.txt", everywhere)
    )
    c, s = made.coefficients.c, made.coefficients.s
    expected = np.array([[each[0][0], each[1][0], each[1][1]] for each in map(degree_1, everywhere)])
    np.testing.assert_allclose(np.stack([c[:, 1, 0], c[:, 1, 1], s[:, 1, 1]], axis=1), expected, rtol=1e-9)
    np.testing.assert_allclose(c[:, 2, 0], C20, rtol=1e-12)
    late = MONTHS > 176
    np.testing.assert_allclose(c[late, 3, 0], C30[late], rtol=1e-12)
    np.testing.assert_array_equal(c[~late, 3, 0], own.c[~late, 3, 0])
    replaced = np.zeros(own.c.shape[1:], dtype=bool)
    replaced[[1, 1, 2, 3], [0, 1, 0, 0]] = True
    np.testing.assert_array_equal(c[:, ~replaced], own.c[:, ~replaced])
    assert made.words == []
    assert made.attributes["c30_source"] == "TN-14.txt, from 2016-09 on"


def test_a_field_that_ends_with_degree_two_has_no_c30(tmp_path):
    made = replace_low_degrees(solutions(2), MONTHS, WINDOWS, None, tn_14(tmp_path / "TN-14.txt", range(MONTHS.size)))
    assert "c30_source" not in made.attributes
    np.testing.assert_allclose(made.coefficients.c[:, 2, 0], C20, rtol=1e-12)


def test_months_without_a_line_are_counted_and_their_worth_is_in_mm(tmp_path):
    own = solutions()
    kept = range(8)
    made = replace_low_degrees(
        own, MONTHS, WINDOWS, tn_13(tmp_path / "TN-13.txt", kept), tn_14(tmp_path / "TN-14.txt", kept)
    )
    degree, second, third = made.words
    assert "has no degree 1 for 2016-10, 2016-11, 2016-12, 2017-01, 2017-02, 2017-03 and 2 more" in degree
    # 6371 km * 5.5134 / (1 + 0.027) = 3.42e10 mm for each unit, times 7.25e-10, the norm of the standard deviations of
    # C10, C11 and S11 over eight months (1, 0.1 and 3 times 2.29e-10)
    assert "worth about 25 mm" in degree
    # fewer than a year in common: nothing to be made level with
    np.testing.assert_array_equal(made.coefficients.c[8:, 2, 0], own.c[8:, 2, 0])
    assert "the solution's own is kept there." in second
    assert "C30 for 2016-10" in third
    with_means = made.coefficients.c[8:, 1, 1]
    np.testing.assert_allclose(with_means, np.mean([degree_1(k)[1][0] for k in kept]), rtol=1e-9)


def test_a_solutions_own_c20_is_made_level_with_the_notes_over_a_year_in_common(tmp_path):
    own = solutions()
    made = replace_low_degrees(own, MONTHS, WINDOWS, None, tn_14(tmp_path / "TN-14.txt", range(13)))
    shift = np.mean(C20[:13] - own.c[:13, 2, 0])
    assert abs(shift) > 3e-11
    np.testing.assert_allclose(made.coefficients.c[13:, 2, 0] - own.c[13:, 2, 0], shift, rtol=1e-3)
    assert any("made level with the note's" in words for words in made.words)


@pytest.mark.parametrize(("start", "end", "expected"), [(100.0, 130.0, 1.0), (96.0, 141.0, 2.0), (300.0, 330.0, None)])
def test_the_line_of_the_longest_overlap_and_the_nearest_middle_is_taken(start, end, expected):
    # The second line overlaps 96 to 141 by as many days as the third, whose middle is nearer.
    lines = LowDegrees(
        "note", np.array([[98.0, 128.0], [105.0, 135.0], [135.0, 165.0]]), np.array([[1.0], [2.0], [3.0]])
    )
    found = lines.match(start, end)
    assert (None if found is None else found[0]) == expected


def test_lines_of_a_note_may_have_more_columns_and_no_fewer(tmp_path):
    path = tn_14(tmp_path / "TN-14.txt", range(3))
    path.write_text(path.read_text().replace(" 2016.2", " 2016.2 0.0"))
    assert read_c20_c30(path).values.shape == (3, 2)
    path = tn_13(tmp_path / "TN-13.txt", range(3))
    path.write_text(path.read_text() + "GRCOF2 1 0 1.0e-10\n")
    assert read_degree_1(path).values.shape == (3, 3)


def test_no_note_and_several_notes_are_said(tmp_path):
    assert choose_degree_1([], "CSR", "RL06") == (None, [])
    assert choose_c20_c30([]) == (None, [])
    first, second = (tn_14(tmp_path / f"TN-14_{name}.txt", range(3)) for name in "ab")
    second.write_text(second.read_text().replace("15-JUL-2020", "16-JUL-2021"))
    found, words = choose_c20_c30([second, first])
    assert found == second
    assert words == ["Of the TN-14 files the newest is taken, TN-14_b.txt; not TN-14_a.txt."]
