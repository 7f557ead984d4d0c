"""Means over the days that solutions used, and the labels of months."""

import csv
from datetime import date

import numpy as np
import pytest
from groundswell.core.dates import day_number
from groundswell.core.errors import InputError
from groundswell.core.grace import months, windows


def read_csv(path):
    with path.open() as file:
        return list(csv.DictReader(file))


def test_a_window_holds_its_first_day_but_not_its_end():
    days = np.arange(10.0)
    assert windows.average(days, days, [[2, 5], [0, 1]]) == pytest.approx([3.0, 0.0])


def test_unused_and_missing_days_are_left_out_and_an_empty_window_is_nan():
    days = np.arange(10.0)
    values = days.copy()
    values[3] = np.nan
    result = windows.average(days, values, [[2, 6], [20, 30]], [[5], []])
    assert result[0] == pytest.approx((2 + 4) / 2)
    assert np.isnan(result[1])


def test_maps_are_averaged_like_series_and_order_does_not_matter():
    rng = np.random.default_rng(1)
    days, values = np.arange(40.0), rng.normal(size=(40, 3, 2))
    shuffled = rng.permutation(40)
    edges = [[3, 17], [17, 40]]
    together = windows.average(days[shuffled], values[shuffled], edges)
    assert together.shape == (2, 3, 2)
    assert together[:, 1, 1] == pytest.approx(windows.average(days, values[:, 1, 1], edges), abs=1e-14)


def test_daily_means_and_interpolant_means_of_the_reference(reference):
    rows = read_csv(reference / "grace/metrics/window_average_oracle.csv")
    edges = [[float(row["start_day"]), float(row["end_day_exclusive"])] for row in rows]
    daily = np.loadtxt(reference / "grace/metrics/window_series_daily.csv", delimiter=",", skiprows=1)
    sparse = np.loadtxt(reference / "grace/metrics/window_series_12day.csv", delimiter=",", skiprows=1)
    # The reference is written with six decimals: half a unit of the last.
    expected = [float(row["daily_mean_in_window"]) for row in rows]
    assert windows.average(daily[:, 0], daily[:, 1], edges) == pytest.approx(expected, abs=5.1e-7)
    assert windows.average_used_days(daily[:, 0], daily[:, 1], edges) == pytest.approx(expected, abs=5.1e-7)
    expected = [float(row["linear_interp_12day_window_mean"]) for row in rows]
    assert windows.average_used_days(sparse[:, 0], sparse[:, 1], edges) == pytest.approx(expected, abs=5.1e-7)


def test_sparse_samples_of_a_straight_line_give_the_lines_mean_whatever_days_are_unused():
    days = np.array([0.5, 12.5, 24.5, 36.5, 48.5])
    unused = [[10, 11, 12, 20], []]
    result = windows.average_used_days(days, 3 * days - 7, [[5, 40], [30, 41]], unused)
    used = np.setdiff1d(np.arange(5, 40), unused[0]) + 0.5
    assert result == pytest.approx([np.mean(3 * used - 7), 3 * 35.5 - 7], abs=1e-12)


def test_dates_stand_for_the_middle_of_their_day():
    dates = np.array([0.0, 12.0, 24.0, 36.0])
    at_noon = windows.average_used_days(dates + 0.5, dates**2, [[3, 30]])
    assert windows.average_used_days(dates, dates**2, [[3, 30]]) == pytest.approx(at_noon, abs=1e-12)


def test_a_window_with_too_long_a_gap_is_refused_unless_the_gap_lies_in_unused_days():
    days = np.array([0.5, 12.5, 48.5, 60.5])
    edges = [[5, 12], [10, 50]]
    result = windows.average_used_days(days, days, edges)
    assert np.isfinite(result[0])
    assert np.isnan(result[1])
    allowed = windows.average_used_days(days, days, edges, max_gap_days=36)
    assert allowed[1] == pytest.approx(30.0)
    beside = windows.average_used_days(days, days, [[10, 50]], [list(range(12, 49))])
    assert np.isfinite(beside[0])
    assert windows.sampling(days, edges).longest_gap.tolist() == [12.0, 36.0]
    assert windows.sampling(days, edges).n_samples.tolist() == [0, 2]


def test_end_values_hold_for_half_the_longest_gap():
    days = np.array([0.5, 12.5, 24.5])
    edges = [[10, 36.5], [10, 37.5]]
    result = windows.average_used_days(days, np.array([1.0, 1.0, 5.0]), edges)
    held = (2.5 * 1 + 12 * 3 + 12 * 5) / 26.5
    assert result[0] == pytest.approx(held, abs=1e-12)
    assert np.isnan(result[1])


def test_a_missing_epoch_of_one_cell_does_not_change_the_others():
    days = np.arange(0.5, 60, 12)
    values = np.stack([days, days], axis=1)
    values[2, 1] = np.nan
    result = windows.average_used_days(days, values, [[5, 40]])
    assert result[0] == pytest.approx([22.5, 22.5])


def test_bad_windows_are_refused():
    with pytest.raises(InputError, match="end after it starts"):
        windows.average([1.0, 2.0], [1.0, 2.0], [[3, 3]])
    with pytest.raises(InputError, match="one day a sample"):
        windows.average([1.0, 2.0], [1.0, 2.0, 3.0], [[3, 4]])
    with pytest.raises(InputError, match="unused days for 1"):
        windows.average([1.0, 2.0], [1.0, 2.0], [[3, 4], [4, 5]], [[]])


def test_grace_months_count_from_january_2002():
    assert months.grace_month(2002, 4) == 4
    assert months.grace_month(2018, 12) == 204
    assert [months.label(month) for month in (4, 204, 229)] == ["2002-04", "2018-12", "2021-01"]
    assert months.calendar_window(204) == (day_number(date(2018, 12, 1)), day_number(date(2019, 1, 1)))


@pytest.mark.parametrize("centre", ["CSR", "JPL"])
def test_labels_and_unused_days_of_every_solution(reference, centre, monkeypatch):
    rows = read_csv(reference / f"grace/solution_windows_{centre}.csv")
    offset = day_number(date(2002, 1, 1))
    edges = [(int(row["start_day"]) + offset, int(row["end_day_exclusive"]) + offset) for row in rows]
    expected = [int(row["grace_month"]) for row in rows]
    assert months.month_numbers(edges, centre).tolist() == expected
    for row, (start, end) in zip(rows, edges):
        known = months.find_solution(start, end, centre)
        unused = [day_number(date.fromisoformat(day)) for day in row["unused_days"].split(";") if day]
        assert known.unused == tuple(unused)
        assert known.end - known.start - len(known.unused) == int(row["n_used_days"])
    monkeypatch.setattr(months, "known_solutions", tuple)
    assert months.month_numbers(edges, centre).tolist() == expected  # by middles and free neighbours alone


def test_february_2019_overlaps_its_neighbours_and_lacks_thirteen_days():
    start, end = day_number(date(2019, 1, 26)), day_number(date(2019, 3, 8))
    solution = months.find_solution(start, end, "CSR")
    assert months.label(solution.month) == "2019-02"
    assert solution.unused == tuple(range(day_number(date(2019, 2, 8)), day_number(date(2019, 2, 21))))


def test_a_single_special_month_has_its_label_from_the_table():
    # April and May 2015 share the middle's month; alone, May would be taken for April.
    may = next(
        each for each in months.known_solutions() if each.centre == "CSR" and months.label(each.month) == "2015-05"
    )
    assert months.month_numbers([[may.start, may.end]], "CSR").tolist() == [months.grace_month(2015, 5)]


def test_days_of_a_solution_are_known_to_one_day_at_both_ends():
    known = months.known_solutions()[40]
    for start, end, found in ((0, 0, True), (1, -1, True), (-1, 1, True), (2, 0, False), (0, 2, False), (0, -2, False)):
        got = months.find_solution(known.start + start, known.end + end, known.centre)
        assert (got == known) is found, (start, end)


def test_a_month_that_is_there_twice_is_refused():
    window = months.calendar_window(204)
    with pytest.raises(InputError, match="2018-12 is there twice"):
        months.month_numbers([window, window], "CSR")


def test_gaps_are_the_months_between_without_a_solution():
    assert months.gaps([4, 5, 8, 9]) == [6, 7]
    assert months.gaps([]) == []
