"""What Level-2 files say of themselves: tide system, centre, release, days, filters; technical notes that fit them."""

import gzip
import shutil
from datetime import date

import netCDF4
import numpy as np
import pytest
from groundswell.core.dates import day_number
from groundswell.core.errors import InputError
from groundswell.core.grace import level2, low_degrees
from groundswell.core.grace.harmonic_product import HarmonicOptions
from groundswell.core.grace.harmonics import degree_factors
from groundswell.core.grace.importing import GraceOptions, import_grace
from groundswell.core.grace.recognition import ReadOptions
from groundswell.core.work.progress import SilentProgress

DEGREE = 4
BOX = (98.0, 103.0, 23.0, 28.0)
ZERO_TIDE_C20, TIDE_FREE_C20 = -4.8416948e-4, -4.8416948e-4 + 4.2007e-9  # IERS 2010: 1.39141e-8 times k20 = 0.3019
C21 = 1e-10


def write_gfc(folder, name, month_value=0.0, c20=ZERO_TIDE_C20, tide="zero_tide", lost=(), extra=(), header=()):
    """Write one month of a small field in ICGEM's format; its C22 is the signal."""
    lines = [f"product_name {name}", "earth_gravity_constant 0.3986004415E+15", "radius 0.6378136300E+07"]
    lines += [f"max_degree {DEGREE}", "errors formal", *header]
    lines += [f"tide_system {tide}"] if tide else []
    lines += ["key L M C S sigmaC sigmaS", "end_of_head ="]
    for degree in range(DEGREE + 1):
        for order in range(degree + 1):
            if (degree, order) in lost:
                continue
            value = {(0, 0): 1.0, (2, 0): c20, (2, 1): C21, (2, 2): month_value}.get((degree, order), 0.0)
            lines.append(f"gfc {degree} {order} {value:.13e} 0.0 0.0 0.0")
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.gfc"
    path.write_text("\n".join([*lines, *extra]) + "\n")
    return path


def months(folder, count=3, centre="UTCSR", release="0600", first=2005, **more):
    """Write months from January on."""
    for number in range(count):
        start = date(first, number + 1, 1).timetuple().tm_yday
        end = date(first, number + 2, 1).timetuple().tm_yday - 1
        name = f"GSM-2_{first}{start:03d}-{first}{end:03d}_GRAC_{centre}_BA01_{release}"
        write_gfc(folder, name, 1e-10 * number, **more)
    return folder


def run(path, tmp_path, **harmonics):
    """Import without a filter; return storage, attributes and warnings."""
    progress = SilentProgress()
    options = HarmonicOptions(**{"filter": "none", "max_degree": DEGREE, **harmonics})
    made = import_grace(path, tmp_path / "out.nc", GraceOptions(BOX, read=ReadOptions(harmonics=options)), progress)
    assert list(made.warnings) == progress.warnings  # callers of the core are told what QGIS is
    with netCDF4.Dataset(tmp_path / "out.nc") as file:
        file.set_auto_mask(False)
        bounds = file["time_bnds"][:]
        return file["tws"][:], dict(file.__dict__), " ".join(progress.warnings), bounds


def test_tide_free_months_among_zero_tide_ones_are_brought_to_one_system(tmp_path):
    folder = months(tmp_path / "gsm")
    same, _, said, _ = run(folder, tmp_path)
    assert "tide" not in said
    write_gfc(folder, "GSM-2_2005032-2005059_GRAC_UTCSR_BA01_0600", 1e-10, TIDE_FREE_C20, "tide_free")
    mixed, attributes, said, _ = run(folder, tmp_path)
    # 1e-13 of rounding in the constant is 0.01 mm; left alone, February would be 354 mm times P20 off.
    np.testing.assert_allclose(mixed, same, atol=0.02)
    assert "brought to zero-tide" in said
    assert attributes["tide_system"] == "zero_tide (in the files: tide_free, zero_tide)"
    left_alone = degree_factors(2)[2] * 4.2007e-9
    assert left_alone == pytest.approx(353, abs=2)
    write_gfc(folder, "GSM-2_2005032-2005059_GRAC_UTCSR_BA01_0600", 1e-10, TIDE_FREE_C20, tide="")
    unsaid, _, said, _ = run(folder, tmp_path)
    np.testing.assert_allclose(unsaid, same, atol=0.02)
    assert "do not say their tide system: by their C20" in said
    write_gfc(folder, "GSM-2_2005032-2005059_GRAC_UTCSR_BA01_0600", 1e-10, -4.9e-4, tide="")
    with pytest.raises(InputError, match="does not say its tide system"):
        run(folder, tmp_path)


@pytest.mark.parametrize(
    ("stranger", "words"),
    [
        ("GSM-2_2005091-2005120_GRAC_COSTG_BF01_0100", "processing centre: CSR .* COST-G"),
        ("GSM-2_2005091-2005120_GRAC_UTCSR_BA01_0005", "release: RL06 .* RL05"),
        ("GSM-2_2005091-2005120_GRAC_UTCSR_BA01_0602", "release: RL06 .* RL06.2"),
        ("kfilter_DDK5_GSM-2_2005091-2005120_GRAC_UTCSR_BA01_0600", "filter: none .* DDK5"),
        ("GSM-2_2005091-2005091_GRAC_UTCSR_BA01_0600", "length"),
    ],
)
def test_a_folder_is_one_series_or_is_refused_with_names(tmp_path, stranger, words):
    folder = months(tmp_path / "gsm")
    write_gfc(folder, stranger)
    with pytest.raises(InputError, match=words) as caught:
        run(folder, tmp_path)
    assert stranger in str(caught.value)


def test_grace_and_its_follow_on_continue_each_other(tmp_path):
    folder = months(tmp_path / "gsm")
    write_gfc(folder, "GSM-2_2019001-2019031_GRFO_UTCSR_BA01_0602")
    _, attributes, _, _ = run(folder, tmp_path)
    assert (attributes["centre"], attributes["release"]) == ("CSR", "RL06, RL06.2")


def test_a_month_that_is_there_twice_is_refused_by_the_names_of_its_files(tmp_path):
    folder = months(tmp_path / "gsm", first=2025)  # after the end of the table of solutions
    write_gfc(folder, "GSM-2_2025032-2025059_GRAC_UTCSR_BB01_0600", 5e-10)
    with pytest.raises(InputError, match="2025-02 is there twice.*BA01_0600.gfc and .*BB01_0600.gfc"):
        run(folder, tmp_path)


def test_files_of_atmosphere_and_ocean_are_no_solutions(tmp_path):
    folder = months(tmp_path / "gsm")
    stranger = write_gfc(folder, "GAC-2_2005091-2005120_GRAC_UTCSR_BC01_0600")
    storage, _, said, _ = run(folder, tmp_path)
    assert len(storage) == 3
    assert "Left out: 1 files of atmosphere and ocean" in said
    with pytest.raises(InputError, match="atmosphere and ocean"):
        run(stranger, tmp_path)


def test_days_are_the_solutions_own_and_never_a_comments(tmp_path):
    comment = ["CMMNT 0.61*GSM-2_2001213-2001243_GRAC_UTCSR_BB01_0600"]
    write_gfc(tmp_path / "one", "monthly", header=[*comment, "time_period 2002213-2002243"])
    path = next((tmp_path / "one").iterdir())
    file = level2.read_level2(path)
    assert (file.start, file.end) == (day_number(date(2002, 8, 1)), day_number(date(2002, 9, 1)))
    for text, last in (
        ("20180601.0000-20180701.0000", date(2018, 7, 1)),
        ("2018-06-01 - 2018-06-30", date(2018, 7, 1)),
        ("20180601-20180630", date(2018, 7, 1)),
    ):
        write_gfc(tmp_path / "one", "monthly", header=[f"time_period_of_data {text}"])
        file = level2.read_level2(path)
        assert (file.start, file.end) == (day_number(date(2018, 6, 1)), day_number(last)), text


def test_daily_solutions_keep_their_own_days(tmp_path):
    for day in (5, 6, 7):
        write_gfc(tmp_path / "daily", f"ITSG-Grace2018_n40_2016-01-{day:02d}", 1e-11 * day)
    _, attributes, _, bounds = run(tmp_path / "daily", tmp_path)
    first = day_number(date(2016, 1, 5))
    np.testing.assert_array_equal(bounds, [[first + step, first + step + 1] for step in range(3)])
    assert attributes["centre"] == "ITSG"


@pytest.mark.parametrize("place", ["name", "modelname", "comment"])
def test_a_filter_that_files_went_through_is_seen_and_not_applied_again(tmp_path, place):
    plain = months(tmp_path / "plain")
    expected, _, _, _ = run(plain, tmp_path)
    folder = tmp_path / "filtered"
    for path in sorted(plain.iterdir()):
        text = path.read_text()
        if place == "modelname":
            text = f"modelname kfilter_DDK3_{path.stem}\n{text}"
        if place == "comment":
            text = f"CMMNT filtered with DDK3\n{text}"
        folder.mkdir(exist_ok=True)
        (folder / (f"kfilter_DDK3_{path.name}" if place == "name" else path.name)).write_text(text)
    storage, attributes, said, _ = run(folder, tmp_path, filter="destriped_gaussian")
    np.testing.assert_array_equal(storage, expected)
    assert attributes["filter"] == f"DDK3 (applied by the product), degree {DEGREE}"
    assert "filtered already (DDK3)" in said


@pytest.mark.parametrize("lost", [[(2, 2)], [(4, 4)], [(2, 1), (3, 0)]])
def test_a_lost_line_of_coefficients_is_refused_by_degree_and_order(tmp_path, lost):
    folder = months(tmp_path / "gsm", count=1)
    path = next(folder.iterdir())
    write_gfc(folder, path.stem, lost=lost, extra=["gfc 9 0 0 0 0 0"] * len(lost))
    with pytest.raises(InputError, match=f"lacks {len(lost)} coefficient.*degree {lost[0][0]} order {lost[0][1]}"):
        level2.read_level2(path)
    write_gfc(folder, path.stem, extra=["gfc 2 2 1e-9 0 0 0"])
    with pytest.raises(InputError, match="degree 2 order 2 twice"):
        level2.read_level2(path)


def test_reference_radius_and_gm_of_each_file_count(tmp_path):
    folder = months(tmp_path / "gsm")
    expected, _, _, _ = run(folder, tmp_path)
    path = sorted(folder.iterdir())[1]
    ratio = 6378136.46 / 6378136.3
    text = path.read_text().replace("0.6378136300E+07", "0.6378136460E+07")
    # The same field for another radius: every coefficient of degree l divided by ratio^l. Only C20 is large.
    text = text.replace(f"{ZERO_TIDE_C20:.13e}", f"{ZERO_TIDE_C20 / ratio**2:.13e}")
    path.write_text(text)
    found, _, _, _ = run(folder, tmp_path)
    np.testing.assert_allclose(found, expected, atol=0.02)
    path.write_text("\n".join(line for line in text.splitlines() if "radius" not in line))
    assert "give no GM and radius" in run(folder, tmp_path)[2]


def test_a_file_that_unpacks_to_a_gigabyte_is_refused_within_its_limit(tmp_path):
    """1 MB of gzip; refused after 64 MB, long before a gigabyte."""
    path = tmp_path / "GSM-2_2005001-2005031_GRAC_UTCSR_BA01_0600.gfc.gz"
    head = write_gfc(tmp_path / "one", "GSM-2_2005001-2005031_GRAC_UTCSR_BA01_0600").read_bytes()
    with gzip.open(path, "wb", compresslevel=1) as file:
        file.write(head)
        for _ in range(70):
            file.write(bytes(2**20))
    with pytest.raises(InputError, match="more than 64 MB"):
        level2.read_level2(path)


def test_the_notes_of_the_series_centre_and_release_are_chosen(tmp_path, reference):
    notes = [shutil.copy(path, tmp_path / path.name) for path in (reference / "grace/tn").glob("TN-1*")]
    found, words = low_degrees.choose_degree_1(notes, "CSR", "RL06, RL06.2")
    assert (found.name, words) == ("TN-13_GEOC_CSR_RL0602.txt", [])
    found, words = low_degrees.choose_degree_1(notes, "CSR", "RL06, RL06.1")
    assert (found.name, words) == ("TN-13_GEOC_CSR_RL06.1.txt", [])
    found, words = low_degrees.choose_degree_1(notes, "JPL", "RL06, RL06.3")
    assert found.name == "TN-13_GEOC_JPL_RL06.txt"
    assert "the solutions of RL06, RL06.3" in words[0]
    found, words = low_degrees.choose_degree_1(notes, "GFZ", "RL06")
    assert found is None
    assert "TN-13_GEOC_JPL_RL06.txt (JPL)" in words[0]
    found, words = low_degrees.choose_c20_c30(notes)
    assert found.name == "TN-14_C30_C20_GSFC_SLR_20240715.txt"  # of 15 July 2024, the newest by its own date
    words = low_degrees.check_given(reference / "grace/tn/TN-13_GEOC_JPL_RL06.txt", "CSR", "RL06")
    assert "is of JPL, the solutions are of CSR" in words[0]


def test_a_note_that_ends_early_is_named_with_what_that_is_worth(tmp_path, reference):
    folder = months(tmp_path / "gsm", count=8)
    whole = reference / "grace/tn/TN-14_C30_C20_GSFC_SLR_20240715.txt"
    first_missing = day_number(date(2005, 7, 1)) + 51544
    lines = whole.read_text().splitlines()
    kept = [line for line in lines if not line[:5].isdigit() or int(line[:5]) < first_missing]
    (folder / "TN-14_short.txt").write_text("\n".join(kept))
    _, attributes, said, _ = run(folder, tmp_path)
    assert "TN-14_short.txt has no C20 for 2005-07, 2005-08: the solution's own is kept there" in said
    assert "It ends with 2005-06-30" in said
    assert "worth about" in said
    assert "mm (root mean square over the globe)" in said
    assert attributes["c20_source"] == "TN-14_short.txt"
    assert (attributes["degree_1_source"], attributes["gia_source"]) == ("none", "none")


def test_rates_with_keys_and_with_commas_are_read(tmp_path):
    from groundswell.core.grace.gia import read_gia

    for text in (
        "gfc 2 0 1.0 0.0\ntrnd 2 0 1.0D-11 0.0\ntrnd 3 1 -2.0E-12 4.0E-12\n",
        "degree,order,C,S\n2,0,1.0e-11,0\n3,1,-2.0e-12,4.0e-12\n",
        "gfc 2 0 1e-11 0.0 0 0\ngfc 3 1 -2e-12 4e-12 0 0\n",
    ):
        (tmp_path / "gia.txt").write_text(text)
        rates = read_gia(tmp_path / "gia.txt", 4)
        assert (rates.c[2, 0], rates.c[3, 1], rates.s[3, 1]) == (1e-11, -2e-12, 4e-12)


def test_the_scatter_over_the_ocean_is_the_noise_that_was_put_there():
    """White noise of one size in storage at every degree 2 to 20, on a season and a trend: found to 10 %."""
    from groundswell.core.grace.harmonics import Coefficients
    from groundswell.core.grace.ocean_scatter import ocean_scatter

    rng = np.random.default_rng(4)
    days = 30.4 * np.arange(120)
    degree = np.arange(21)
    factors = degree_factors(20)[:, None]
    noise = [np.tril(rng.normal(size=(120, 21, 21))) for _ in range(2)]
    for part in noise:
        part[:, :2] = 0.0
    noise[1][:, :, 0] = 0.0
    # 4 pi normalised: every coefficient adds its square to the mean square over the sphere.
    expected = np.sqrt(np.sum(2 * degree[2:] + 1))
    signal = np.zeros((120, 21, 21))
    signal[:, 3, 2] = 50 * np.cos(2 * np.pi * days / 365.25) + 20 * days / 365.25
    month = np.ones(120)
    month[60] = 3.0
    scaled = [part * month[:, None, None] / factors for part in noise]
    found = ocean_scatter(Coefficients(scaled[0] + signal / factors, scaled[1]), None, days)
    assert found.by_latitude.mean() == pytest.approx(expected * np.sqrt(np.mean(month**2)), rel=0.1)
    assert found.by_month[60] / np.median(found.by_month) == pytest.approx(3.0, rel=0.3)
    assert ocean_scatter(Coefficients(scaled[0][:20], scaled[1][:20]), None, days[:20]) is None


def test_three_products_tell_their_own_errors():
    """Errors of 5, 10 and 20 mm that have nothing in common, on one signal: found to 15 % from 4000 months."""
    from groundswell.core.grace.products import three_cornered_hat

    rng = np.random.default_rng(3)
    signal = 100 * np.sin(np.arange(4000) / 2)
    series = np.stack([signal + rng.normal(0, size, 4000) for size in (5.0, 10.0, 20.0)])
    series[0, 7] = np.nan
    np.testing.assert_allclose(three_cornered_hat(series), [5, 10, 20], rtol=0.15)
    assert np.isnan(three_cornered_hat(series[:2])).all()
