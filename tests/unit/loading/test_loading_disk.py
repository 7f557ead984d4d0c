"""Response of one disk: reference values, exact limits, other authors' Green's functions integrated over the disk."""

import math

import numpy as np
import pytest
from groundswell.core.errors import InputError
from groundswell.core.geodesy import EARTH_RADIUS
from groundswell.core.loading import disk, disk_asymptote, kernel, love_numbers
from groundswell.core.loading.constants import MM_PER_METRE_OF_WATER
from groundswell.core.loading.response import disk_response, write_response_csv
from scipy.interpolate import CubicSpline

HALF = math.pi * EARTH_RADIUS


@pytest.fixture(scope="module")
def prem():
    return love_numbers.load("PREM")


def _constant(h, last=4000):
    n = np.arange(last + 1)
    return love_numbers.LoveNumbers(n, np.full(n.size, float(h)), np.zeros(n.size), np.zeros(n.size))


def test_prem_disk_of_14_km(prem):
    u = disk.vertical_response(1e3 * np.array([0.0, 14.0, 25.0, 100.0, 300.0]), 14e3, prem)
    # The spec's figures, to the digits that it prints.
    assert u == pytest.approx([-2.68645, -1.50350, -0.44997, -0.08167, -0.01666], abs=6e-6)


@pytest.mark.reference
def test_wangs_numbers_give_the_papers_edge(reference):
    path = reference / "loading" / "PREM_lln_Wang2012_CE_ext_0_45000.csv"
    table = np.loadtxt(path, delimiter=",", skiprows=4)
    wang = love_numbers.LoveNumbers(table[:, 0].astype(int), *table.T[1:])
    assert disk.vertical_response(14e3, 14e3, wang) == pytest.approx(-1.5032, abs=5e-5)


@pytest.mark.parametrize("radius", [4.5e3, 14e3, 300e3])
def test_acceleration_leaves_the_exact_sum(prem, radius):
    """Summing all 45,000 degrees of the table instead of 4000 changes nothing beyond the last digits."""
    distance = np.array([0.0, 0.5, 0.99, 1.0, 1.01, 2.0, 20.0]) * radius
    alpha = radius / EARTH_RADIUS
    n = np.arange(1, 45_001)
    residual = np.concatenate([[-prem.h_inf], prem.h[1:] - prem.h_inf - prem.h1 / n])
    weights = residual * disk.disk_coefficients(alpha, residual.size) / (2 * np.arange(residual.size) + 1)
    theta = distance / EARTH_RADIUS
    exact = disk.legendre_sum(weights, theta) + prem.h_inf * disk_asymptote.sum_of_ones(theta, alpha)
    exact += prem.h1 * disk_asymptote.sum_inverse_degree(theta, alpha)
    assert disk.vertical_response(distance, radius, prem) == pytest.approx(MM_PER_METRE_OF_WATER * exact, rel=1e-6)


POINT_KERNELS = {
    "sum_of_ones": lambda half: 1 / (2 * half),
    "sum_inverse_degree": lambda half: -np.log(half * (1 + half)),
}


@pytest.mark.parametrize("alpha", [1e-4, 2e-3, 0.05, 1.0])
@pytest.mark.parametrize("closed", POINT_KERNELS)
def test_closed_forms_equal_the_point_kernels_summed_over_the_disk(alpha, closed):
    """Outside the disk the plain double integral about the disk's centre is smooth, and another way to the result."""
    x, w = np.polynomial.legendre.leggauss(60)
    r, across = alpha * (x + 1) / 2, w / 2 * alpha
    turn = 2 * np.pi * np.arange(120) / 120
    for theta in (1.5 * alpha, 3 * alpha, min(40 * alpha, 2.0)):
        half = np.sin((theta - r[:, None]) / 2) ** 2 + np.sin(theta) * np.sin(r[:, None]) * np.sin(turn / 2) ** 2
        expected = np.sum(POINT_KERNELS[closed](np.sqrt(half)).mean(axis=1) * np.sin(r) * across) / 2
        got = getattr(disk_asymptote, closed)(np.array([theta]), alpha)[0]
        assert got == pytest.approx(expected, rel=1e-12, abs=1e-14 * alpha)


@pytest.mark.parametrize("alpha", [1.0, 2.3])
@pytest.mark.parametrize("closed", POINT_KERNELS)
def test_closed_forms_equal_their_series_in_the_mean_over_the_disk(alpha, closed):
    """The mean over the disk multiplies the series by Gamma_n again, so that it converges."""
    n = np.arange(200_000)
    gamma = disk.disk_coefficients(alpha, n.size)
    factor = np.ones(n.size) if closed == "sum_of_ones" else np.concatenate([[0.0], 1.0 / n[1:]])
    series = np.sum(gamma**2 * factor / (2 * n + 1.0) ** 2) / gamma[0]
    x, weight = np.polynomial.legendre.leggauss(80)
    t = (x + 1) / 2
    theta = alpha * (1 - t**4)  # towards the edge, where the slope is infinite
    ring = np.sin(theta) * alpha * 4 * t**3 * weight / 2
    mean = np.sum(getattr(disk_asymptote, closed)(theta, alpha) * ring) / (1 - math.cos(alpha))
    assert mean == pytest.approx(series, rel=1e-9)


def test_sum_of_ones_at_the_centre_is_exact():
    alpha = np.array([1e-5, 2e-3, 0.5, 3.0])
    got = [disk_asymptote.sum_of_ones(np.zeros(1), float(a))[0] for a in alpha]
    assert got == pytest.approx(np.sin(alpha / 2), rel=1e-14)


def test_half_space_limit():
    """A uniform circular load on a half-space: the edge moves 2 / pi of the centre (Boussinesq; Love, 1929)."""
    numbers = _constant(-6.0)
    radius = 50.0
    centre, edge, far = disk.vertical_response(np.array([0.0, radius, 100 * radius]), radius, numbers, True)
    assert centre == pytest.approx(-6.0 * MM_PER_METRE_OF_WATER * math.sin(radius / EARTH_RADIUS / 2), rel=1e-12)
    assert edge / centre == pytest.approx(2 / math.pi, rel=1e-5)
    # Far away it is a point load: radius / (2 distance) of the centre, and 1 + (radius / distance)^2 / 8.
    assert far / centre == pytest.approx(0.5 / 100 * (1 + 1 / 8 / 100**2), rel=1e-6)


def test_a_uniform_load_of_the_whole_sphere_moves_it_by_degree_zero_only(prem):
    half = HALF / 2
    for distance in (0.0, 3e6, half, 1.7e7):
        both = disk.vertical_response(distance, half, prem, True) + disk.vertical_response(
            HALF - distance, half, prem, True
        )
        assert both == pytest.approx(MM_PER_METRE_OF_WATER * prem.h[0], abs=1e-4)
        without = disk.vertical_response(distance, half, prem) + disk.vertical_response(HALF - distance, half, prem)
        assert without == pytest.approx(0, abs=1e-4)


def test_far_away_only_the_mass_counts(prem):
    """The mass of a disk is as sin^2(alpha / 2)."""
    ratio = disk.vertical_response(2e6, 2e4, prem) / disk.vertical_response(2e6, 1e4, prem)
    assert ratio == pytest.approx(math.sin(1e4 / EARTH_RADIUS) ** 2 / math.sin(5e3 / EARTH_RADIUS) ** 2, rel=2e-4)


def _numbers_of_loaddef(path):
    rows = [line.split() for line in path.read_text().splitlines()]
    table = np.array([[float(x) for x in row[:4]] for row in rows if len(row) == 7 and row[0].isdigit()])
    n = table[:, 0]
    order = np.maximum(n, 1)
    return love_numbers.LoveNumbers(n.astype(int), table[:, 1], table[:, 2] / order, table[:, 3] / order)


def _greens_function(path, columns):
    rows = []
    for line in path.read_text().splitlines():
        words = line.replace(",", " ").split()
        try:
            rows.append([float(words[i]) for i in columns])
        except (ValueError, IndexError):
            continue
    return np.array(rows).T


def _integrate_over_disk(theta_deg, normalized, alpha, distance, horizontal=False):
    """Integrate a point-load Green's function (1e-12 m/kg times a theta) over 1 m of water: mm."""
    spline = CubicSpline(np.log(theta_deg), normalized)
    x, w = np.polynomial.legendre.leggauss(64)
    s, part = (x + 1) / 2, w / 2

    def outwards(psi):
        t = psi[:, None] * s**2
        value = spline(np.log(np.maximum(np.degrees(t), theta_deg[0]))) * 1e-12 / (EARTH_RADIUS * t)
        return np.sum(value * np.sin(t) * psi[:, None] * 2 * s * part, axis=1)

    x, w = np.polynomial.legendre.leggauss(200)
    turn, w = (x + 1) / 2, w / 2
    if distance <= alpha:
        phi, weight = math.pi * turn, math.pi * w
    else:
        edge = math.sin(alpha) / math.sin(distance)
        phi = np.arcsin(edge * np.sin(math.pi / 2 * turn))
        weight = edge * np.cos(math.pi / 2 * turn) / np.cos(phi) * math.pi / 2 * w
    along, across = math.cos(distance), math.sin(distance) * np.cos(phi)
    middle = np.arctan2(across, along)
    half = np.arccos(np.clip(math.cos(alpha) / np.hypot(along, across), -1, 1))
    value = outwards(middle + half) - (0 if distance <= alpha else outwards(middle - half))
    if horizontal:
        value = value * np.cos(phi)
    return 2 * np.sum(value * weight) * 1000.0 * EARTH_RADIUS**2 * 1e3


@pytest.mark.reference
@pytest.mark.parametrize("frame", ["CE", "CM", "CF"])
def test_loaddefs_greens_functions_integrated_over_the_disk(reference, frame):
    folder = reference / "loading" / "loaddef"
    numbers = _numbers_of_loaddef(folder / "lln_PREM.txt").in_frame(frame)
    theta, normalized = _greens_function(folder / f"{frame.lower()}_PREM.txt", (0, 3))
    # LoadDef scales by its model's mass, 5.973244e24 kg, and keeps degree 0.
    scale = 4e6 * math.pi * EARTH_RADIUS**3 / 5.973244410589292e24 / MM_PER_METRE_OF_WATER
    distance = 1e3 * np.array([0, 5, 10, 14, 20, 25, 50, 100, 300, 1000, 3000])
    got = scale * disk.vertical_response(distance, 14e3, numbers, keep_degree_zero=True)
    expected = [_integrate_over_disk(theta, normalized, 14e3 / EARTH_RADIUS, d / EARTH_RADIUS) for d in distance]
    assert got == pytest.approx(expected, rel=3e-4)


@pytest.mark.reference
@pytest.mark.parametrize("frame", ["CE", "CM", "CF"])
def test_loaddefs_horizontal_greens_functions_integrated_over_the_disk(reference, frame):
    folder = reference / "loading" / "loaddef"
    numbers = _numbers_of_loaddef(folder / "lln_PREM.txt").in_frame(frame)
    theta, normalized = _greens_function(folder / f"{frame.lower()}_PREM.txt", (0, 4))
    scale = 4e6 * math.pi * EARTH_RADIUS**3 / 5.973244410589292e24 / MM_PER_METRE_OF_WATER
    distance = 1e3 * np.array([5, 10, 14, 20, 25, 50, 100, 300, 1000, 3000])
    got = scale * disk.horizontal_response(distance, 14e3, numbers)
    alpha = 14e3 / EARTH_RADIUS
    expected = [_integrate_over_disk(theta, normalized, alpha, d / EARTH_RADIUS, True) for d in distance]
    # LoadDef's table has few distances below 10 km: 4e-4 there.
    assert got == pytest.approx(expected, rel=6e-4)


def test_a_thin_soft_top_needs_more_degrees():
    """2 km of sediments: the series goes on until h is its asymptote, and further degrees change nothing."""
    numbers = love_numbers.load("PREM-sediments")
    assert disk.summed_degree(love_numbers.load("PREM")) == disk.SUMMED_DEGREES
    last = disk.summed_degree(numbers)
    assert last > 10_000
    distance = 1e3 * np.array([0.0, 7.0, 14.0, 30.0, 200.0])
    alpha, theta = 14e3 / EARTH_RADIUS, distance / EARTH_RADIUS
    n = np.arange(1, 45_001)
    residual = np.concatenate([[-numbers.h_inf], numbers.h[1:] - numbers.h_inf - numbers.h1 / n])
    weights = residual * disk.disk_coefficients(alpha, residual.size) / (2 * np.arange(residual.size) + 1)
    exact = disk.legendre_sum(weights, theta) + numbers.h_inf * disk_asymptote.sum_of_ones(theta, alpha)
    exact += numbers.h1 * disk_asymptote.sum_inverse_degree(theta, alpha)
    assert disk.vertical_response(distance, 14e3, numbers) == pytest.approx(MM_PER_METRE_OF_WATER * exact, rel=1e-6)


def test_horizontal_limit_of_the_half_space():
    """A uniform circular load draws the ground in by (1 - 2 nu) p r / (4 mu) inside, as 1 / r outside (Love, 1929)."""
    n = np.arange(4001)
    l = np.concatenate([[0.0], 1.9 / n[1:]])  # noqa: E741
    numbers = love_numbers.LoveNumbers(n, np.full(n.size, -6.0), l, -l)
    radius = 50.0
    inside, edge, outside = disk.horizontal_response(np.array([0.5, 1.0, 4.0]) * radius, radius, numbers)
    assert inside / edge == pytest.approx(0.5, rel=1e-5)
    assert outside / edge == pytest.approx(0.25, rel=1e-4)
    # sum over n of 1.9 / n dP_n tends to -1.9 / theta for a point: so does -1.9 alpha^2 / 4 / theta for the disk.
    assert edge == pytest.approx(-1.9 * MM_PER_METRE_OF_WATER * radius / EARTH_RADIUS / 4, rel=1e-4)


@pytest.mark.parametrize("radius", [14e3, 3e5])
def test_horizontal_acceleration_leaves_the_exact_sum(prem, radius, monkeypatch):
    distance = np.array([0.0, 0.5, 1.0, 1.5, 20.0]) * radius
    got = disk.horizontal_response(distance, radius, prem)
    monkeypatch.setattr(disk, "HORIZONTAL_DEGREES", 45_000)
    assert got == pytest.approx(disk.horizontal_response(distance, radius, prem), rel=1e-5)
    assert got[0] == 0


@pytest.mark.parametrize("alpha", [2e-3, 1.0, 2.2])
def test_slope_is_the_derivative(alpha):
    theta = np.array([0.3, 0.95, 1.05, 1.3]) * alpha
    step = 1e-5 * alpha
    difference = disk_asymptote.sum_inverse_degree(theta + step, alpha)
    difference -= disk_asymptote.sum_inverse_degree(theta - step, alpha)
    assert disk_asymptote.slope_of_inverse_degree(theta, alpha) == pytest.approx(difference / (2 * step), rel=1e-6)


def test_compensated_disk(prem):
    """Bevis et al. (2016), eq. 8: the same disk less an even load, which has degree 0 only and no displacement."""
    distance, radius = np.array([0.0, 3e6, 1e7]), 3e6
    excess = math.tan(radius / EARTH_RADIUS / 2) ** 2
    u = disk.vertical_response(distance, radius, prem, compensated=True)
    whole = MM_PER_METRE_OF_WATER * prem.h[0]
    assert u == pytest.approx(
        (1 + excess) * disk.vertical_response(distance, radius, prem, True) - excess * whole, rel=1e-9
    )
    # A hemisphere, filled from the other: twice the pull of the hemisphere alone, and opposite beyond.
    half = HALF / 2
    up = disk.vertical_response(np.array([0.0, HALF]), half, prem, compensated=True)
    assert up[0] == pytest.approx(-up[1], rel=1e-5)
    # Keeping degree 0 has no meaning there.
    assert np.array_equal(u, disk.vertical_response(distance, radius, prem, True, True))


@pytest.mark.reference
def test_loaddefs_own_disk_and_convolution(reference):
    """Its disk rings by 1-2 % (10,000 degrees without acceleration), its convolution is of a coarse mesh."""
    folder = reference / "loading" / "loaddef"
    theta, up = _greens_function(folder / "ce_PREM_analyticalDisk_14.0km-NoTaper_1m.txt", (0, 1))
    numbers = _numbers_of_loaddef(folder / "lln_PREM.txt")
    chosen = theta < 3
    got = disk.vertical_response(np.radians(theta[chosen]) * EARTH_RADIUS, 14e3, numbers, True)
    assert np.max(np.abs(got - 1e3 * up[chosen])) < 0.02 * 2.69
    north, size = _greens_function(folder / "convolution_disk14km_stationmesh.txt", (2, 8))
    distance = np.radians(north - 25.6) * EARTH_RADIUS
    far = np.abs(distance - 14e3) > 1e3
    assert -disk.vertical_response(distance[far], 14e3, numbers, True) == pytest.approx(size[far], rel=4e-2)


@pytest.mark.reference
def test_farrells_earth_integrated_over_the_disk(reference):
    """Another Earth model, another author's table: the integration itself is right."""
    theta, normalized = _greens_function(reference / "loading" / "farrell1972_tableA3_GB_vertical.csv", (0, 1))
    centre = _integrate_over_disk(theta, normalized, 14e3 / EARTH_RADIUS, 0.0)
    assert centre == pytest.approx(-2.495, rel=1e-3)


@pytest.mark.parametrize("radius", [[1e3], [14e3], [14.119e3], [3e5], [6e6], [9.1e3, 14e3, 15.9e3]])
def test_tables_reproduce_the_response(prem, radius):
    kernels = kernel.DiskKernels(prem).of_radii(radius)
    for value, table in zip(radius, kernels):
        t = np.concatenate([np.linspace(0, 1.2, 401), 1 + np.logspace(-9, 1, 200), 1 - np.logspace(-9, -1, 100)])
        distance = np.concatenate([t * value, np.geomspace(5 * value, HALF, 400)])
        distance = distance[distance <= HALF]
        expected = disk.vertical_response(distance, value, prem)
        got = table.at(np.sin(distance / EARTH_RADIUS / 2) ** 2)
        # Of the centre's value; and far away, where the response falls off as 1 / distance, of that.
        assert np.max(np.abs(got - expected)) < 1e-7 * abs(expected[0])
        scale = np.abs(expected[0]) * np.minimum(1, value / np.maximum(distance, 1))
        assert np.max(np.abs(got - expected) / scale) < 1e-6


def test_response_table_and_its_file(tmp_path):
    response = disk_response(14e3, "PREM")
    assert response.center_mm == pytest.approx(-2.686, abs=5e-4)
    assert response.edge_mm == pytest.approx(-1.503, abs=6e-4)
    assert response.distance_km[0] == 0
    assert response.distance_km[-1] == pytest.approx(HALF / 1e3)
    assert 14.0 in response.distance_km
    assert np.all(np.diff(response.distance_km) > 0)
    # Other crusts change the centre by some -16 to +10 %, and hardly what is beyond 100 km.
    assert response.low_mm[0] / response.center_mm == pytest.approx(1.1, abs=0.05)
    assert response.high_mm[0] / response.center_mm == pytest.approx(0.84, abs=0.05)
    far = response.distance_km > 100
    assert np.max(np.abs(response.low_mm[far] - response.high_mm[far])) < 1e-3
    path = tmp_path / "response.csv"
    write_response_csv(response, path)
    assert path.read_text().startswith(
        "distance_km,vertical_mm,horizontal_mm,vertical_low_mm,vertical_high_mm\n0,-2.686"
    )
    table = np.loadtxt(path, delimiter=",", skiprows=1)
    expected = (response.distance_km, response.vertical_mm, response.horizontal_mm, response.low_mm, response.high_mm)
    assert table == pytest.approx(np.stack(expected, axis=1), rel=1e-8, abs=1e-12)


def test_response_in_other_frames_and_of_other_disks(prem, monkeypatch):
    # The range over Earth models, tested above, takes most of the time.
    monkeypatch.setattr("groundswell.core.loading.response.SHIPPED", ["PREM"])
    ce = disk_response(2e6)
    for change in ({"frame": "CM"}, {"keep_degree_zero": True}, {"compensated": True}, {"earth_model": "ak135"}):
        other = disk_response(2e6, **change)
        assert abs(other.center_mm / ce.center_mm - 1) > 1e-3
    assert disk_response(2e6, love_numbers=prem.in_frame("CM")).center_mm == pytest.approx(ce.center_mm, rel=1e-12)


@pytest.mark.parametrize("radius", [0.0, -1.0, 3e7, math.nan])
def test_impossible_disks_are_refused(prem, radius):
    with pytest.raises(InputError, match="radius"):
        disk.vertical_response(0.0, radius, prem)
    with pytest.raises(InputError, match="radius"):
        disk_response(radius)


def test_impossible_distances_and_short_tables_are_refused(prem):
    with pytest.raises(InputError, match="Distances"):
        disk.vertical_response(-1.0, 14e3, prem)
    with pytest.raises(InputError, match="stop at degree 500"):
        disk.vertical_response(0.0, 14e3, _constant(-6.0, 500))
