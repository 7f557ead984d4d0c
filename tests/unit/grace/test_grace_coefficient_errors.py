"""Errors that Level-2 files state, carried to storage; a series of one solution; background files by their name."""

import shutil

import netCDF4
import numpy as np
import pytest
from groundswell.core.errors import InputError
from groundswell.core.grace import filters
from groundswell.core.grace.coefficient_errors import stated_errors
from groundswell.core.grace.harmonic_product import HarmonicOptions
from groundswell.core.grace.harmonics import Coefficients, synthesize
from groundswell.core.grace.importing import GraceOptions, import_grace
from groundswell.core.grace.recognition import ReadOptions

DEGREE = 12
LON = np.arange(0.0, 360.0, 5.0)
LAT = np.array([-50.0, 3.0, 26.0])


def sigmas(seed):
    rng = np.random.default_rng(seed)
    c, s = np.tril(rng.uniform(1e-12, 2e-12, (2, DEGREE + 1, DEGREE + 1)))
    c[:2], s[:2], s[:, 0] = 0.0, 0.0, 0.0
    return c, s


def write(folder, month, errors="calibrated", seed=0, name="GSM-2_{}_GRFO_GFZOP_BA01_0603.gfc"):
    """Write a month of a series with its errors, as ICGEM does."""
    days = f"2019-{month:02d}"
    sigma_c, sigma_s = sigmas(seed)
    rng = np.random.default_rng(month)
    lines = [
        f"modelname {days}",
        "generating_institute GFZ",
        "earth_gravity_constant 3.986004415E+14",
        "radius 6378136.3",
        f"max_degree {DEGREE}",
        f"errors {errors}",
        "tide_system zero_tide",
        f"time_period {days}",
        "end_of_head ===",
    ]
    for row in range(DEGREE + 1):
        for column in range(row + 1):
            c, s = rng.normal(0, 1e-11, 2)
            c = -4.8416948e-4 + c if (row, column) == (2, 0) else c
            lines.append(
                f"gfc {row} {column} {c:.12E} {s if column else 0.0:.12E} "
                f"{sigma_c[row, column]:.6E} {sigma_s[row, column]:.6E}"
            )
    path = folder / name.format(days)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_stated_errors_are_the_mean_square_of_all_coefficients_through_the_filter(tmp_path):
    rng = np.random.default_rng(4)
    weights = filters.gaussian(500.0, DEGREE)
    blocks = [rng.normal(size=(DEGREE + 1 - max(order, 2),) * 2) for order in range(DEGREE + 1) for _ in (0, 1)][1:]
    ddk = filters.DDK(blocks, 2, DEGREE)
    path = write(tmp_path, 5, seed=7)
    sigma_c, sigma_s = sigmas(7)
    for matrix, gaussian in ((None, weights), (ddk, None)):
        found = stated_errors([path], "calibrated", DEGREE, gaussian, matrix, destriped=False, replaced=())
        square = np.zeros(LAT.size)
        for row in range(2, DEGREE + 1):
            for column in range(row + 1):
                for part, sigma in enumerate((sigma_c, sigma_s)):
                    one = np.zeros((2, DEGREE + 1, DEGREE + 1))
                    one[part, row, column] = sigma[row, column]
                    given = Coefficients(*one) if matrix is None else matrix.apply(Coefficients(*one))
                    square += np.mean(synthesize(given, LON, LAT, weights=gaussian) ** 2, axis=1)
        # Written with seven digits.
        np.testing.assert_allclose(found.at(LAT, 0), np.sqrt(square), rtol=1e-6)


def run(folder, tmp_path):
    options = ReadOptions(harmonics=HarmonicOptions(filter="gaussian"))
    made = import_grace(folder, tmp_path / "out.nc", GraceOptions((97.0, 104.0, 22.0, 29.0), read=options))
    with netCDF4.Dataset(tmp_path / "out.nc") as file:
        return made, float(file["uncertainty"][:].mean()), file.uncertainty_form


def test_calibrated_errors_are_taken_and_formal_ones_of_few_months_are_said_to_be_too_small(tmp_path):
    folder = tmp_path / "months"
    folder.mkdir()
    for month in (3, 4, 6):
        write(folder, month)
    made, calibrated, form = run(folder, tmp_path)
    assert "calibrated errors" in form
    assert not any("not calibrated" in each for each in made.warnings)
    for month in (3, 4, 6):
        write(folder, month, "formal")
    made, formal, form = run(folder, tmp_path)
    assert formal == calibrated
    assert "formal errors" in form
    assert any("not calibrated" in each for each in made.warnings)


def test_one_solution_is_no_series_and_a_background_file_is_known_by_its_name(tmp_path):
    folder = tmp_path / "months"
    folder.mkdir()
    first = write(folder, 3)
    with pytest.raises(InputError, match="months has one solution only .*2019-03.*anomalies"):
        run(folder, tmp_path)
    shutil.copy(first, folder / "GAC-2_2019-05_GRFO_GFZOP_BC01_0603.gfc")
    write(folder, 4)
    made, _, _ = run(folder, tmp_path)
    assert made.n_months == 2
    assert any("GAC-2_2019-05" in each for each in made.warnings)


def test_a_degree_1_of_the_solutions_own_is_kept_and_said(tmp_path):
    folder = tmp_path / "months"
    folder.mkdir()
    for month in (3, 4, 6):
        write(folder, month)  # with degree 1, as CNES has it
    made, _, _ = run(folder, tmp_path)
    assert any("the solutions' own degree 1 is kept" in each for each in made.warnings)
    with netCDF4.Dataset(tmp_path / "out.nc") as file:
        assert file.degree_1_source == "the solutions"
