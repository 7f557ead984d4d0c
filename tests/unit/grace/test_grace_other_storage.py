"""Other storage beside open loop and analysis in the comparison with GRACE."""

from __future__ import annotations

import numpy as np
import pytest
from groundswell.core.errors import InputError
from groundswell.core.files import netcdf
from groundswell.core.grace.other_storage import consistency, consistency_in_words, read_other_storage
from groundswell.core.grid.ease2 import Grid
from groundswell.core.work.progress import SilentProgress

WINDOW = (155, 1070, 4, 5)
WINDOWS = np.array([[30.0 * k, 30.0 * k + 30] for k in range(12)])


class Months:
    windows = WINDOWS
    number = np.arange(200, 212)
    unused = tuple(() for _ in range(12))


class CellsOfWindow:
    grid = Grid("M25").window(*WINDOW)
    name = "M25"


def write_storage(path, days, series, std=None, **attributes):
    grid = CellsOfWindow.grid
    with netcdf.create(path, "storage", "test") as new:
        netcdf.write_grid(new, grid)
        netcdf.write_time(new, days)
        for name, values in (("tws", series), ("tws_std", std)):
            if values is not None:
                whole = np.broadcast_to(np.reshape(values, (-1, 1, 1)), (days.size, *grid.shape))
                netcdf.add_variable(new, name, ("time", "y", "x"), "mm", name, dtype="f8")[:] = whole
        new.setncatts(attributes)
    return path


def read(paths, warnings):
    fraction = np.ones(CellsOfWindow.grid.shape)
    return read_other_storage(
        paths, CellsOfWindow, Months, fraction, 24.0, progress=SilentProgress(), warnings=warnings
    )


def test_a_monthly_inversion_stands_beside_with_its_deviations(tmp_path):
    days = WINDOWS.mean(axis=1)
    season = 100 * np.cos(2 * np.pi * days / 365.25)
    season[4] = np.nan  # an epoch without data
    warnings = []
    (other,) = read([write_storage(tmp_path / "inverted.nc", days, season, np.full(12, 9.0))], warnings)
    assert other.name == "inverted"
    assert not warnings
    known = np.isfinite(other.values)
    assert known.sum() == 9  # the gap of two months touches three
    wanted = season - np.nanmean(season[known])
    # Means over 30 days of what is linear between the epochs.
    assert np.nanmax(np.abs(other.values - wanted)[known & np.isfinite(wanted)]) < 12
    assert other.std[known] == pytest.approx(np.full(known.sum(), 9.0))


def test_one_made_with_grace_is_marked_and_a_wrong_one_named(tmp_path):
    days, warnings = WINDOWS.mean(axis=1), []
    with_grace = write_storage(tmp_path / "g.nc", days, np.sin(days), contains_grace=1)
    late = write_storage(tmp_path / "late.nc", days + 4000, np.sin(days))
    found = read([with_grace, late], warnings)
    assert [other.name for other in found] == ["g"]
    assert any("g was made with GRACE as data" in text for text in warnings)
    assert any("late.nc is left out" in text for text in warnings)


def test_consistency_tells_whether_two_means_agree_within_their_errors():
    rng = np.random.default_rng(1)
    one, other = 10 * rng.standard_normal(2000), 10 * rng.standard_normal(2000)
    honest, bold = np.full(2000, 10.0), np.full(2000, 4.0)
    share, months = consistency(one, honest, other, honest)
    assert share == pytest.approx(0.0455, abs=0.015)
    assert months == 2000
    assert "That is no proof" in consistency_in_words("inverted", share, months)
    share, months = consistency(one, bold, other, bold)
    assert "one of the error models is wrong" in consistency_in_words("inverted", share, months)


def test_the_inversion_is_no_storage_to_assimilate_into(tmp_path):
    """The same displacement would count twice."""
    from groundswell.core.assimilation.inputs.storage import StorageSeries

    path = write_storage(tmp_path / "inverted.nc", WINDOWS.mean(axis=1), np.zeros(12), from_displacement=1)
    with netcdf.open_dataset(path) as dataset, pytest.raises(InputError, match="would count twice"):
        StorageSeries(dataset)
