"""The headline's figures are those of the files that a study wrote."""

import json
import math

import numpy as np
import pytest
from groundswell.core.errors import InputError
from groundswell.core.files import netcdf
from groundswell.core.files.raster import RasterGrid
from groundswell.core.findings.outcome import ANALYSIS, DISPLACEMENT, GRACE, INVERSION, STATIONS, Outcome, read_outcome

DAYS = 6575.0 + 12.0 * np.arange(61)  # from 2018-01-01 on, two years
WAVE = 80.0 * np.cos(2 * np.pi * (DAYS - 6575.0 - 270.0) / 365.25) - 10.0 * (DAYS - DAYS[0]) / 365.25
GRID = RasterGrid("EPSG:4326", 99.0, 26.0, 0.25, 0.25, 2, 2)
SILENT = {"withheld_stations": None, "withheld_grace": None}


def write(path, series=None, maps=None, **attributes):
    with netcdf.create(path, path.stem, "test") as dataset:
        netcdf.write_grid(dataset, GRID)
        netcdf.write_time(dataset, DAYS)
        for name, values in (series or {}).items():
            netcdf.add_variable(dataset, name, ("time",), "mm", name, dtype="f8")[:] = values
        for name, values in (maps or {}).items():
            field = np.broadcast_to(values[:, None, None], (DAYS.size, 2, 2)).copy()
            field[:, 0, 0] = np.nan
            netcdf.add_variable(dataset, name, ("time", "y", "x"), "mm", name)[:] = field
        dataset.setncatts(attributes)


def is_the_wave(found, size=80.0):
    assert found.amplitude_mm == pytest.approx(size, rel=1e-3)
    assert found.peak_day == pytest.approx(270.0, abs=1.0)  # days of the year: 2018 begins at the year's turn


def verdict(misfit, placebo, kind="withheld_grace", stations=0):
    names = {f"S{number}": {} for number in range(stations)}
    return {
        "placebo": json.dumps({"data": {**SILENT, kind: misfit}, "displacement zero": {**SILENT, kind: placebo}}),
        "withheld_stations": json.dumps(names),
        "information_prior_std": 56.0,
        "information_posterior_std": 14.0,
        "information_constrains": np.int32(1),
    }


def test_an_analysis_with_its_evidence(tmp_path):
    write(tmp_path / "analysis.nc", {"region_analysis": WAVE}, **verdict(0.4, 0.9))
    (tmp_path / "comparison.csv").write_text(
        "series,period,ubrmsd_mm\nopen_loop,all,62.8\nanalysis,all,20.6\nanalysis,2018-01-01..2018-12-31,1\n"
    )
    found = read_outcome(tmp_path)
    is_the_wave(found)
    assert found.kind == ANALYSIS
    assert found.trend_mm_yr == pytest.approx(-10.0, abs=0.5)
    assert (found.before_mm, found.after_mm, found.corrected) == (56.0, 14.0, True)
    assert (found.evidence, found.misfit, found.best_placebo) == (GRACE, 0.4, 0.9)
    assert (found.grace_before_mm, found.grace_after_mm) == (62.8, 20.6)
    assert found.helped is True


def test_stations_are_the_evidence_where_no_month_was_withheld(tmp_path):
    write(tmp_path / "analysis.nc", {}, {"tws_analysis": WAVE}, **verdict(0.7, 0.72, "withheld_stations", 6))
    found = read_outcome(tmp_path)
    is_the_wave(found)
    assert (found.evidence, found.n_stations) == (STATIONS, 6)
    assert found.helped is False  # displacement without a signal does as well
    assert math.isnan(found.grace_after_mm)


def test_an_analysis_without_a_verdict_says_nothing_of_help(tmp_path):
    write(tmp_path / "analysis.nc", {}, {"tws_analysis": WAVE}, information_constrains=np.int32(0))
    found = read_outcome(tmp_path)
    assert (found.evidence, found.corrected, found.helped) == ("", False, None)


def test_an_inversion_whose_mean_is_not_known_has_no_season(tmp_path):
    series = {"area_mean": WAVE, "area_mean_std": 0 * WAVE + 20.0, "area_mean_prior_std": 0 * WAVE + 90.0}
    write(tmp_path / "inversion.nc", series, {"tws": WAVE}, mean_known=np.int32(1), resolved_scale_km=300.0)
    found = read_outcome(tmp_path)
    is_the_wave(found)
    assert (found.kind, found.before_mm, found.after_mm, found.resolved_km) == (INVERSION, 90.0, 20.0, 300.0)
    write(tmp_path / "inversion.nc", series, {"tws": WAVE}, mean_known=np.int32(0))
    found = read_outcome(tmp_path)
    assert math.isnan(found.amplitude_mm)
    assert not found.corrected


def test_displacement_alone(tmp_path):
    write(tmp_path / "vertical.nc", {}, {"vertical_displacement": WAVE / 10.0})
    found = read_outcome(tmp_path)
    assert found.kind == DISPLACEMENT
    is_the_wave(found, 8.0)


def test_an_empty_folder_is_refused(tmp_path):
    with pytest.raises(InputError):
        read_outcome(tmp_path)


def test_help_needs_evidence():
    assert Outcome(ANALYSIS).helped is None
