"""Stokes coefficients: dialects, technical notes, filters and synthesis, against other tools and analytic cases."""

import csv
import gzip
import json
import pickle
import struct
from datetime import date

import netCDF4
import numpy as np
import pytest
from groundswell.core.dates import day_number
from groundswell.core.errors import InputError
from groundswell.core.grace import ddk_files, filters, gia, level2, technical_notes
from groundswell.core.grace.harmonics import (
    Coefficients,
    Convention,
    default_convention,
    degree_factors,
    legendre_by_order,
    synthesize,
)
from groundswell.core.grace.months import month_numbers

EXACT_MM = 1e-6  # what the issue asks for; 8e-10 mm were reached


def read_csv(path):
    with path.open() as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def solutions(reference):
    """All CSR solutions, their days and months."""
    files = [level2.read_level2(path) for path in sorted((reference / "grace/csr_rl06_bb01").iterdir())]
    windows = np.array([(each.start, each.end) for each in files])
    return files, windows, month_numbers(windows, "CSR")


@pytest.fixture(scope="module")
def anomalies(reference, solutions):
    """Anomalies to 2004-2009, with and without the low degrees of the technical notes."""
    files, windows, months = solutions
    c = np.array([each.coefficients.c for each in files])
    s = np.array([each.coefficients.s for each in files])
    middles = windows.mean(axis=1)
    base = (middles >= day_number(date(2004, 1, 1))) & (middles < day_number(date(2010, 1, 1)))
    own = Coefficients(c - c[base].mean(axis=0), s - s[base].mean(axis=0))
    first = technical_notes.read_degree_1(reference / "grace/tn/TN-13_GEOC_CSR_RL0602.txt")
    second = technical_notes.read_c20_c30(reference / "grace/tn/TN-14_C30_C20_GSFC_SLR_20240715.txt")
    for index, window in enumerate(windows):
        c[index, 1, 0], c[index, 1, 1], s[index, 1, 1] = first.match(*window)
        c[index, 2, 0], c30 = second.match(*window)
        if months[index] > 176:
            c[index, 3, 0] = c30
    return Coefficients(c - c[base].mean(axis=0), s - s[base].mean(axis=0)), own


@pytest.fixture(scope="module")
def conventions(reference):
    constants = json.loads((reference / "grace/oracle/constants.json").read_text())
    table = np.genfromtxt(reference / "grace/oracle/degree_factors.csv", delimiter=",", names=True)
    radius, density = constants["rad_e_cm"] / 100, 1000 * constants["rho_e_g_cm3"]
    return {
        "han": Convention("Han and Wahr", radius, density, table["kl_HanWahr1995_CF"]),
        "wang": Convention("Wang", radius, density, table["kl_Wang2012_PREM_CF"]),
        "table": table,
    }


@pytest.fixture(scope="module")
def normals(reference):
    return ddk_files.read_ddk_normals(reference / "grace/ddk/ddk_normals.npz")


def test_every_variant_of_the_reference_grids_to_a_millionth_of_a_millimetre(
    reference, anomalies, conventions, normals
):
    full, own = anomalies
    cut = full.truncated(60)
    han, wang = conventions["han"], conventions["wang"]
    variants = {
        "L60_raw": (cut, han, None),
        "L60_G300": (cut, han, filters.gaussian(300, 60)),
        "L60_G500": (cut, han, filters.gaussian(500, 60)),
        "L60_G300_noLowDegRepl": (own.truncated(60), han, filters.gaussian(300, 60)),
        "L60_SW_G300": (filters.destripe(cut), han, filters.gaussian(300, 60)),
        "L96_SW_G300": (filters.destripe(full), han, filters.gaussian(300, 96)),
        "L60_G300_Wang": (cut, wang, filters.gaussian(300, 60)),
        "L60_DDK3": (filters.DDK.from_normals(normals, 3, 60).apply(cut), han, None),
        "L60_DDK5": (filters.DDK.from_normals(normals, 5, 60).apply(cut), han, None),
    }
    with netCDF4.Dataset(reference / "grace/oracle/gravtk_CSR_region_97E104E_22N29N_1deg.nc") as file:
        lon, lat = file["lon"][:], file["lat"][:]
        for name, (given, convention, weights) in variants.items():
            storage = synthesize(given, lon, lat, convention, weights=weights)
            assert np.abs(storage - file[name][:]).max() < EXACT_MM, name


def test_the_default_convention_is_prem_and_close_to_the_others(anomalies, conventions):
    own, table = default_convention(), conventions["table"]
    assert np.abs(own.love_k[:97] - table["kl_Wang2012_PREM_CF"][:97]).max() < 1e-4  # one Earth model, two codes
    cut = anomalies[0].truncated(60)
    weights = filters.gaussian(300, 60)
    grid = ([97.5, 103.5], [22.5, 28.5])
    difference = synthesize(cut, *grid, weights=weights) - synthesize(cut, *grid, conventions["wang"], weights=weights)
    assert np.abs(difference).max() < 0.02


def test_ddk2_reproduces_the_filters_own_test_vectors(reference, normals):
    folder = reference / "grace/ddk"
    stem = "GSM-2_2008122-2008153_0030_EIGEN_G---_0004"

    def read(path):
        text = gzip.decompress(path.read_bytes()).decode() if path.suffix == ".gz" else path.read_text()
        table = np.array([line.split() for line in text.splitlines()[1:] if line.strip()], dtype=float)
        degree = int(table[:, 0].max())
        c, s = np.zeros((2, degree + 1, degree + 1))
        index = table[:, 0].astype(int), table[:, 1].astype(int)
        c[index], s[index] = table[:, 2], table[:, 3]
        return Coefficients(c, s)

    for given, expected, degree in (("in.gz", "out.gz", 120), ("lmax60in", "lmax60out", 60)):
        result = filters.DDK.from_normals(normals, 2, degree).apply(read(folder / (stem + given)))
        truth = read(folder / (stem + expected))
        largest = np.abs(truth.c).max()
        assert np.abs(result.c - truth.c).max() < 1e-9 * largest
        assert np.abs(result.s - truth.s).max() < 1e-9 * largest


def test_legendre_functions_are_orthonormal_and_stay_finite_at_degree_360():
    nodes, weights = np.polynomial.legendre.leggauss(80)
    lat = np.degrees(np.arcsin(nodes))
    for order, values in enumerate(legendre_by_order(lat, 40)):
        product = (values * weights) @ values.T / (2.0 if order == 0 else 4.0)
        np.testing.assert_allclose(product, np.eye(len(values)), atol=1e-12)
    for values in legendre_by_order([-89.9, 0.0, 89.9], 360):
        assert np.isfinite(values).all()


def test_degree_zero_is_a_uniform_layer_of_the_earths_mass_ratio():
    convention = Convention("test", 6.371e6, 5500.0, np.zeros(3))
    c = np.zeros((3, 3))
    c[0, 0] = 1e-9
    # f_0 = R rho_e / (3 rho_w), in mm.
    expected = 1e-9 * 6.371e9 * 5.5 / 3
    np.testing.assert_allclose(synthesize([c, 0 * c], [0, 90], [0, 45], convention), expected, rtol=1e-14)
    assert degree_factors(2, convention)[2] == pytest.approx(6.371e9 * 5.5 / 3 * 5)
    with pytest.raises(InputError, match="end at degree 2"):
        degree_factors(3, convention)


def test_storage_at_points_equals_the_closed_form_of_degree_two():
    c, s = np.zeros((2, 3, 3))
    c[2, 0], s[2, 2] = 2e-10, -3e-10
    factor = degree_factors(2)[2]
    lon, lat = np.array([-170.0, 10.0, 33.0]), np.array([71.0, -20.0])
    t = np.sin(np.radians(lat))[:, None]
    p20 = np.sqrt(5) * (3 * t**2 - 1) / 2
    p22 = np.sqrt(15) / 2 * (1 - t**2)
    expected = factor * (2e-10 * p20 - 3e-10 * p22 * np.sin(2 * np.radians(lon)))
    np.testing.assert_allclose(synthesize(Coefficients(c, s), lon, lat), expected, rtol=1e-13)
    np.testing.assert_allclose(synthesize(Coefficients(c, s), lon + 360, lat), expected, rtol=1e-12)


def test_coefficients_of_a_wrong_shape_are_refused():
    with pytest.raises(InputError, match="shape"):
        synthesize(np.zeros((3, 4, 4)), [0], [0])


def test_the_gaussian_follows_the_reference_and_its_own_kernel(conventions):
    table = conventions["table"]
    for radius, name in ((300, "gauss300_wl"), (500, "gauss500_wl")):
        # 500 km: the reference cuts a degree later, at weights of 2e-8.
        np.testing.assert_allclose(filters.gaussian(radius, 96), table[name][:97], atol=2e-8)
    # W_l is the Legendre transform of exp(-b (1 - cos)), the kernel that is half at the radius.
    b = np.log(2) / (1 - np.cos(500 / 6371))
    nodes, weights = np.polynomial.legendre.leggauss(400)
    kernel = np.exp(-b * (1 - nodes)) * weights
    for degree in (1, 5, 20):
        legendre = np.polynomial.legendre.Legendre.basis(degree)(nodes)
        assert filters.gaussian(500, 20)[degree] == pytest.approx((kernel @ legendre) / kernel.sum(), abs=1e-10)
    for radius in (0, -300, 2e4):
        with pytest.raises(InputError, match="radius in km"):
            filters.gaussian(radius, 60)


def test_destriping_removes_quadratics_of_degree_and_leaves_low_orders():
    degree = np.arange(61.0)
    c = np.tril(np.ones((61, 61)) * (1 + degree - 0.02 * degree**2)[:, None])
    c[1::2] *= 7.0  # Another polynomial for the odd degrees.
    result = filters.destripe(Coefficients(c, -c))
    np.testing.assert_array_equal(result.c[:, :5], c[:, :5])
    np.testing.assert_allclose(result.c[:, 5:], 0, atol=1e-11)
    np.testing.assert_allclose(result.s[:, 5:], 0, atol=1e-11)
    kept = filters.destripe(Coefficients(c, -c), keep_short_orders=True)
    np.testing.assert_array_equal(kept.c[:, 60], c[:, 60])


def test_ddk_keeps_degrees_zero_and_one_and_refuses_other_levels(normals):
    c, s = np.tril(np.ones((2, 61, 61)))
    result = filters.DDK.from_normals(normals, 3, 60).apply(Coefficients(c, s))
    np.testing.assert_array_equal(result.c[:2], c[:2])
    assert np.abs(result.c[50:, 45]).max() < 0.5
    with pytest.raises(InputError, match="DDK9"):
        filters.DDK.from_normals(normals, 9, 60)
    with pytest.raises(InputError, match="too few"):
        filters.DDK.from_normals(normals[:30], 3, 60)


def write_filter_matrix(path, blocks, lowest, highest, version="2.1", order="<"):
    """Write a block-diagonal matrix as GRACE-filter's tools do."""
    sizes = [len(block) for block in blocks]
    side = sum(sizes)
    values = np.concatenate([block.T.ravel() for block in blocks])
    new = float(version) >= 2.4
    parts = [b"BI" if order == "<" else b"IB", f"NV{version} ".encode(), b"BDFULLV0", b" " * 80]
    parts.append(
        struct.pack(f"{order}4I", 2, 1, side, side) + struct.pack(f"{order}2{'Q' if new else 'I'}", values.size, 1)
    )
    if new:
        parts.append(struct.pack(f"{order}2i", 0, 1))
    parts.append(struct.pack(f"{order}i", len(blocks)))
    parts.append(b"r" * 80 if new else b"")
    parts.append(b"Lmin".ljust(24) + b"Lmax".ljust(24))
    parts.append(struct.pack(f"{order}2{'q' if float(version) > 2.4 else 'i'}", lowest, highest))
    parts.append(b"alpha".ljust(24) + struct.pack(f"{order}d", 1e13) + b"s" * 24 * side)
    parts.append(struct.pack(f"{order}{len(blocks)}i", *np.cumsum(sizes)))
    parts.append(b"t" * 24 * side if new else b"")
    parts.append(values.astype(f"{order}f8").tobytes())
    path.write_bytes(b"".join(parts))


@pytest.mark.parametrize(("version", "order"), [("2.1", "<"), ("2.5", "<"), ("2.5", ">")])
def test_filter_matrices_of_grace_filter_give_what_normals_do(normals, tmp_path, version, order):
    made = filters.DDK.from_normals(normals, 2, 120)
    blocks = [made._blocks[0][0], *(block for pair in made._blocks[1:] for block in pair)]
    path = tmp_path / "Wbd_2-120.a_1d13p_4"
    write_filter_matrix(path, blocks, 2, 120, version, order)
    c, s = np.tril(np.random.default_rng(1).normal(size=(2, 61, 61)))
    expected = made.apply(Coefficients(c, s))
    found = ddk_files.read_ddk(path, 2, 60).apply(Coefficients(c, s))
    np.testing.assert_allclose(found.c, expected.c, atol=1e-13)
    np.testing.assert_allclose(found.s, expected.s, atol=1e-13)
    with pytest.raises(InputError, match="is the filter DDK2, not DDK5"):
        ddk_files.read_ddk(path, 5, 60)
    path.write_bytes(path.read_bytes()[:9000])
    with pytest.raises(InputError, match="cut off"):
        ddk_files.read_ddk(path, 2, 60)


def test_a_file_of_normals_must_be_one_and_may_not_run_code(tmp_path):
    class Harmful:
        def __reduce__(self):
            return (print, ("run",))

    for name, content in (("text", np.array(["a"])), ("sizes", np.zeros((3, 3)))):
        np.savez(tmp_path / name, content)
        with pytest.raises(InputError, match="does not hold DDK normals"):
            ddk_files.read_ddk_normals(tmp_path / f"{name}.npz")
    np.savez(tmp_path / "harmful", np.array([Harmful(), Harmful()], dtype=object))
    with pytest.raises(InputError, match="more than numbers"):
        ddk_files.read_ddk_normals(tmp_path / "harmful.npz")
    (tmp_path / "none.npz").write_bytes(pickle.dumps(3))
    with pytest.raises(InputError, match="does not hold DDK normals"):
        ddk_files.read_ddk_normals(tmp_path / "none.npz")


def test_headers_give_the_days_of_every_solution(reference, solutions):
    files, windows, months = solutions
    offset = day_number(date(2002, 1, 1))
    for row, file, window, month in zip(read_csv(reference / "grace/solution_windows_CSR.csv"), files, windows, months):
        assert window.tolist() == [int(row["start_day"]) + offset, int(row["end_day_exclusive"]) + offset]
        assert month == int(row["grace_month"])
        assert len(file.unused) == len([day for day in row["unused_days"].split(";") if day])
        assert file.centre == "CSR"


@pytest.mark.parametrize(
    ("name", "degree", "centre", "start", "end", "c20"),
    [
        ("GSM-2_2002213-2002243_GRAC_COSTG_BF01_0100.gfc", 90, "COST-G", (2002, 8, 1), (2002, 9, 1), -4.84165228081e-4),
        ("GSM-2_2022001-2022031_GRFO_UTCSR_BA01_0601.gz", 60, "CSR", (2022, 1, 1), (2022, 2, 1), -4.84169743943e-4),
        (
            "GSM-2_2023001-2023031_GRFO_CNESG_TSVD_0500.txt",
            90,
            "CNES",
            (2023, 1, 1),
            (2023, 2, 1),
            -4.84165560920e-4,
        ),
    ],
)
def test_the_dialects_of_other_centres(reference, name, degree, centre, start, end, c20):
    path = reference / "grace/other_l2" / name
    assert level2.is_level2(path)
    file = level2.read_level2(path)
    assert file.coefficients.max_degree == degree
    assert file.centre.startswith(centre)
    assert (file.start, file.end) == (day_number(date(*start)), day_number(date(*end)))
    # CNES refers to 6378136.46 m: 2.5e-8 in proportion for each degree.
    assert file.coefficients.c[2, 0] == pytest.approx(c20, rel=6e-8)
    assert file.coefficients.c[0, 0] == pytest.approx(1.0, rel=1e-12)
    assert np.all(np.triu(file.coefficients.c, 1) == 0)


def test_fortran_exponents_inclusive_ends_and_a_missing_end_of_line(tmp_path):
    header = (
        "header:\n  degree : 2\n  product_id : GSM-2\n  institution : NASA/Jet Propulsion Laboratory\n"
        "    time_coverage_start : 2019-01-26T00:00:00.00\n    time_coverage_end : 2019-03-04T23:59:59.00\n"
        "# End of YAML header\n"
    )
    lines = [
        "GRCOF2 2 0 -.4841D-03 0.0 0. 0. 20190126.0000 20190304.2359 yyyy",
        "GRCOF2 2 1 1.0D-10 -2.0d-10 0. 0. 1 2 y",
    ]
    path = tmp_path / "GSM-2_anything"
    path.write_text(header + "\n".join([*lines, "GRCOF2 2 2 .1E-05 .2E-05 0 0 1 2 y"]))
    file = level2.read_level2(path)
    assert file.coefficients.c[2].tolist() == [-4.841e-4, 1e-10, 1e-6]
    assert file.coefficients.s[2, 1] == -2e-10
    assert (file.start, file.end) == (day_number(date(2019, 1, 26)), day_number(date(2019, 3, 5)))
    assert file.unused is None
    assert file.centre == "JPL"


def test_broken_level2_files_are_named(reference, tmp_path):
    whole = reference / "grace/csr_rl06_bb01/GSM-2_2019001-2019031_GRFO_UTCSR_BB01_0602.gz"
    cut = tmp_path / "GSM-2_2019001-2019031_GRFO_UTCSR_BB01_0602.gz"
    cut.write_bytes(whole.read_bytes()[:60000])
    with pytest.raises(InputError, match=r"0602.gz is cut off"):
        level2.read_level2(cut)
    plain = tmp_path / "GSM-2_plain"
    plain.write_bytes(gzip.decompress(whole.read_bytes())[:60000])
    with pytest.raises(InputError, match="cut off"):
        level2.read_level2(plain)
    plain.write_text("header:\n  product_id : GSM-2\n# End of YAML header\nGRCOF2 2 x y z a b c d e\n")
    with pytest.raises(InputError, match="cannot be read"):
        level2.read_level2(plain)
    nothing = tmp_path / "notes.txt"
    nothing.write_text("hello")
    assert not level2.is_level2(nothing)


def test_technical_notes_follow_overlap_not_names(reference, solutions):
    _, windows, months = solutions
    note = technical_notes.read_c20_c30(reference / "grace/tn/TN-14_C30_C20_GSFC_SLR_20240715.txt")
    first = technical_notes.read_degree_1(reference / "grace/tn/TN-13_GEOC_CSR_RL0602.txt")
    by_month = dict(zip(months.tolist(), windows.tolist()))
    # TN-14 follows JPL's days, here 2019-01-26 to 2019-03-04; CSR's end three days later.
    lines = note.windows.tolist()
    start, end = by_month[206]
    chosen = lines.index([day_number(date(2019, 1, 26)), day_number(date(2019, 3, 5))])
    assert note.match(start, end)[0] == note.values[chosen, 0]
    for window in by_month.values():
        assert first.match(*window) is not None
    assert note.match(day_number(date(2018, 1, 1)), day_number(date(2018, 2, 1))) is None
    assert np.isnan(note.match(*by_month[4])[1])
    assert first.values[0].tolist() == [5.120437146e-10, 2.897447347e-10, -6.826708442e-11]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("TN-13_GEOC_CSR_RL06.1.txt", "TN-13"),
        ("TN-13_GEOC_JPL_RL06.txt", "TN-13"),
        ("TN-14_C30_C20_GSFC_SLR_jplset.txt", "TN-14"),
        ("TN-14_C30_C20_SLR_GSFC_itsg.txt", "TN-14"),
        ("TN-14_lenapy_version.txt", "TN-14"),
    ],
)
def test_every_version_of_the_technical_notes_is_recognised(reference, name, kind):
    path = reference / "grace/tn" / name
    assert technical_notes.note_kind(path) == kind
    read = technical_notes.read_degree_1 if kind == "TN-13" else technical_notes.read_c20_c30
    note = read(path)
    assert len(note.values) > 150
    assert np.all(note.windows[:, 1] > note.windows[:, 0])


def test_the_wrong_note_is_refused(reference):
    folder = reference / "grace/tn"
    with pytest.raises(InputError, match="no degree-1"):
        technical_notes.read_degree_1(folder / "TN-14_C30_C20_GSFC_SLR_jplset.txt")
    with pytest.raises(InputError, match="no C20 and C30"):
        technical_notes.read_c20_c30(folder / "TN-13_GEOC_CSR_RL0602.txt")


def test_rates_of_glacial_adjustment_are_read_and_taken_off(tmp_path):
    path = tmp_path / "rates.txt"
    path.write_text("degree order C S (per year)\n2 0 1.0D-11 0.0\n3 1 -2.0E-12 4.0E-12\n200 0 1 1\n")
    rates = gia.read_gia(path, 4)
    assert rates.c[2, 0] == 1e-11
    assert (rates.c[3, 1], rates.s[3, 1]) == (-2e-12, 4e-12)
    full = Coefficients(np.ones((2, 5, 5)), np.zeros((2, 5, 5)))
    free = gia.without_gia(full, np.array([0.0, 365.25]), rates, free_degree_1=True)
    assert free.c[1, 2, 0] - free.c[0, 2, 0] == pytest.approx(-1e-11, rel=1e-4)
    path.write_text("nothing\n")
    with pytest.raises(InputError, match="holds no rates"):
        gia.read_gia(path, 4)
