"""GNSS series are read as they are published; jumps of the antenna go, motion of the ground stays."""

import json
from datetime import date, timedelta

import numpy as np
import pytest
from groundswell.core.dates import date_of
from groundswell.core.errors import InputError
from groundswell.core.files import netcdf
from groundswell.core.files.stations import read_stations
from groundswell.core.gnss.cleaning import CleaningOptions, clean, outliers
from groundswell.core.gnss.formats.nevada import is_tenv3, read_steps, read_tenv3
from groundswell.core.gnss.formats.tables import read_tables
from groundswell.core.gnss.importing import GnssOptions, import_gnss, write_reference_series
from groundswell.core.gnss.reference_series import read_reference_series
from groundswell.core.gnss.sampling import sampled
from groundswell.core.gnss.station import Station, Step
from groundswell.core.work.progress import SilentProgress

HEADER = (
    "site YYMMMDD yyyy.yyyy __MJD week d reflon _e0(m) __east(m) ____n0(m) _north(m) u0(m) ____up(m) _ant(m) sig_e(m) "
    "sig_n(m) sig_u(m) __corr_en __corr_eu __corr_nu _latitude(deg) _longitude(deg) __height(m)\n"
)
START = 6575  # 2018-01-01
FIRST_MJD = START + 51544
TAKE_ALL = CleaningOptions(correct_unlisted_steps=True)


def tenv3(path, up_m, days=None, site="KMIN", with_place=True, whole=1986, antenna=0.0, std=0.006):
    """Write a series in the published layout (the real files' header and column order); heights in m."""
    days = np.arange(len(up_m)) if days is None else days
    antenna, std, whole = (np.broadcast_to(value, len(up_m)) for value in (antenna, std, whole))
    lines = [HEADER] if with_place else []
    for k, day in enumerate(days):
        mjd = FIRST_MJD + day
        text = (date(2018, 1, 1) + timedelta(days=int(day))).strftime("%y%b%d").upper()
        line = (
            f"{site} {text} 2018.0000 {mjd}  1982 1  102.8  -237 -0.41548  2770712 0.864812 {whole[k]:5d} "
            f"{up_m[k]:9.6f} {antenna[k]:.4f} 0.0015 0.0014 {std[k]:.6f}  0.05829 -0.56488  0.04405"
        )
        lines.append(line + ("  25.0295360000 -257.2017130000  1986.2\n" if with_place else "\n"))
    path.write_text("".join(lines))
    return path


def seasonal(days, amplitude=10.0, trend=3.0):
    years = np.asarray(days) / 365.25
    return trend * years + amplitude * np.cos(2 * np.pi * years) + 3 * np.sin(4 * np.pi * years)


def station(up, days=None, std=6.0, steps=()):
    days = START + np.arange(up.size, dtype=float) if days is None else days
    return Station("KMIN", 102.8, 25.03, days, up, np.full(up.size, std), tuple(steps))


@pytest.fixture
def noisy():
    """Three years of daily heights with white noise of 5 mm."""
    days = np.arange(1096)
    return seasonal(days) + np.random.default_rng(12).normal(0, 5, days.size)


def test_columns_of_the_published_format(tmp_path):
    path = tenv3(tmp_path / "KMIN.tenv3", [0.25, 0.255, 0.245])
    assert is_tenv3(path)
    found = read_tenv3(path)
    assert found.name == "KMIN"
    assert (found.lon, found.lat) == pytest.approx((102.798287, 25.029536))
    assert found.days.tolist() == [START, START + 1, START + 2]
    assert found.up_mm == pytest.approx([0, 5, -5])
    assert found.up_std_mm == pytest.approx(6.0)
    assert not is_tenv3(tmp_path)
    (tmp_path / "a.csv").write_text("date,up_mm\n2018-01-01,1\n")
    assert not is_tenv3(tmp_path / "a.csv")


def test_place_from_eastings_and_northings(tmp_path):
    """The station LHAS as published: its own latitude and longitude against its metres from the reference meridian."""
    line = (
        "LHAS 95MAY19 1995.3785 49856  801 5   91.1    385  0.888603   3282129  0.602585  3624  0.707878  0.0000 "
        "0.002231 0.001932 0.008643 -0.009728 -0.044382 -0.198749"
    )
    (tmp_path / "old.tenv3").write_text(f"{line}\n")
    (tmp_path / "new.tenv3").write_text(f"{HEADER}{line}  29.6573392384 -268.8960142076  3624.70788\n")
    old, new = read_tenv3(tmp_path / "old.tenv3"), read_tenv3(tmp_path / "new.tenv3")
    assert (old.lon, old.lat) == pytest.approx((new.lon, new.lat), abs=1e-5)  # a metre
    assert new.lon == pytest.approx(91.1039857924)
    assert old.days[0] == -1688  # 1995-05-19


def test_whole_metres_that_start_anew_make_no_jump(tmp_path):
    path = tenv3(tmp_path / "a.tenv3", [0.99, 10.01, 0.02], whole=[1986, 1986, 1996])
    assert np.diff(read_tenv3(path).up_mm) == pytest.approx([9020, 10])


def test_days_in_disorder_and_unknown_errors(tmp_path):
    path = tenv3(tmp_path / "a.tenv3", [0.3, 0.1, 0.2, 0.15], days=[2, 0, 1, 0], std=[0.006, 0.006, 9.99999, 0.006])
    found = read_tenv3(path)
    assert found.days.tolist() == [START, START + 1, START + 2]
    # The two rows of the first day, 100 and 150 mm, are averaged.
    assert np.diff(found.up_mm) == pytest.approx([75, 100])
    assert found.up_std_mm[0] == pytest.approx(25.0)  # their scatter, 35.4 mm, over the root of 2
    assert np.isnan(found.up_std_mm[1])


def test_broken_series(tmp_path):
    (tmp_path / "cut.tenv3").write_text(HEADER + "KMIN 18JAN01 2018.0 58119 1982\n")
    with pytest.raises(InputError, match="line 2: 5 columns"):
        read_tenv3(tmp_path / "cut.tenv3")
    (tmp_path / "none.tenv3").write_text(HEADER)
    with pytest.raises(InputError, match="holds no position"):
        read_tenv3(tmp_path / "none.tenv3")
    path = tenv3(tmp_path / "two.tenv3", [0.1])
    path.write_text(path.read_text() + path.read_text().splitlines()[1].replace("KMIN", "LHAS") + "\n")
    with pytest.raises(InputError, match="several stations"):
        read_tenv3(path)
    path = tenv3(tmp_path / "bad.tenv3", [0.1])
    path.write_text(path.read_text().replace(" 0.100000 ", " -------- "))
    with pytest.raises(InputError, match="column 13"):
        read_tenv3(path)


def test_step_list(tmp_path):
    (tmp_path / "steps.txt").write_text(
        "KMIN  18JUN01  1  Antenna_Code_Changed\nKMIN  19MAR02  2  884.0  112.3  6.4  us1000abcd\nLHAS 99JAN05 1 x\n"
        "KMIN  19FOO02  1  nonsense\n"
    )
    steps = read_steps(tmp_path / "steps.txt")
    assert [(str(date_of(step.day)), step.cause, step.by_earthquake) for step in steps["KMIN"]] == [
        ("2018-06-01", "antenna code changed", False),
        ("2019-03-02", "earthquake of magnitude 6.4", True),
    ]
    assert str(date_of(steps["LHAS"][0].day)) == "1999-01-05"
    (tmp_path / "none.txt").write_text("nothing\n")
    with pytest.raises(InputError, match="holds no step"):
        read_steps(tmp_path / "none.txt")


def test_plain_tables(tmp_path):
    many = tmp_path / "many.csv"
    many.write_text(
        "station,lon,lat,date,up_mm,north_std_mm,up_std_mm\nA,100,25,2018-01-02,2,9,1.5\nB,260,26,2018-01-01,7,9,2\n"
        "A,100,25,2018-01-01,1,9,1.4\nB,260,26,2018-01-03,,9,2\n"
    )
    first, second = read_tables(many)
    assert (first.name, first.lon, first.lat, first.up_mm.tolist()) == ("A", 100, 25, [1, 2])
    assert first.up_std_mm == pytest.approx([1.4, 1.5])
    assert (second.name, second.lon, second.days.tolist()) == ("B", -100, [START])
    one = tmp_path / "DALI.csv"
    one.write_text("# lon=100.2 lat=25.6\ndate;up (m);sigma u (m)\n2018-01-01;0,012;0,004\n")
    (found,) = read_tables(one)
    assert (found.name, found.lon, found.lat) == ("DALI", 100.2, 25.6)
    assert (found.up_mm[0], found.up_std_mm[0]) == pytest.approx((12, 4))
    (tmp_path / "bad.csv").write_text("station,date,height\nA,yesterday,3\n")
    with pytest.raises(InputError, match="line 2: 'yesterday' is not a date"):
        read_tables(tmp_path / "bad.csv")


def test_outliers_are_found_and_a_jump_is_none(noisy):
    up = noisy.copy()
    up[500:] += 60
    up[[100, 640]] += [90, -90]
    found = outliers(up, np.full(up.size, 6.0))
    assert found[[100, 640]].all()
    # Five sigmas: hardly any of a thousand, the days beside the jump among them.
    assert found.sum() <= 4
    assert not found[490:510].any()
    std = np.full(up.size, 6.0)
    std[7] = 60
    assert outliers(up, std)[7]


def test_known_jump_is_taken_away(noisy):
    truth = noisy - noisy.mean()
    up = noisy.copy()
    up[500:] += 25
    done = clean(
        station(up, steps=[Step(START + 500, "antenna changed"), Step(START + 800, "receiver changed")]),
        CleaningOptions(),
    )
    assert [step.cause for step in done.steps] == ["antenna changed"]
    # Medians of 45 days of white noise of 5 mm: 1.3 mm, and half a season's curvature.
    assert done.steps[0].size_mm == pytest.approx(25, abs=4)
    kept = np.isin(station(up).days, done.station.days)
    assert done.station.up_mm == pytest.approx(truth[kept] - truth[kept].mean(), abs=4)


def test_unlisted_jump_is_found_to_the_day(noisy):
    up = noisy.copy()
    up[300:] -= 40
    assert clean(station(up), CleaningOptions()).steps == ()
    (proposed,) = clean(station(up), CleaningOptions()).proposed
    done = clean(station(up), TAKE_ALL)
    assert done.steps == (proposed,)
    assert abs(done.steps[0].day - (START + 300)) <= 1
    assert done.steps[0].size_mm == pytest.approx(-40, abs=5)
    assert clean(station(up), CleaningOptions(least_step_mm=0)).proposed == ()


def test_water_is_no_jump():
    """A monsoon that presses the ground down by 30 mm within two months, and not every year alike, stays."""
    rng = np.random.default_rng(4)
    days = np.arange(1461)
    up = rng.normal(0, 5, days.size)
    for year, depth in enumerate((30, 15, 25, 35)):
        into = (days - 365 * year - 150) / 60
        up -= depth * np.clip(into, 0, 1) * (days < 365 * (year + 1)) * (1 - np.clip((into - 1.5) / 2, 0, 1))
    done = clean(station(up), CleaningOptions())
    assert done.steps == ()


def flicker(n, rng):
    """Noise whose power falls as 1/f, of standard deviation 1: the kind that daily GNSS heights have."""
    frequency = np.fft.rfftfreq(2 * n)
    frequency[0] = frequency[1]
    spectrum = (rng.normal(size=n + 1) + 1j * rng.normal(size=n + 1)) / np.sqrt(frequency)
    noise = np.fft.irfft(spectrum)[:n]
    return noise / noise.std()


def test_jumps_in_noise_as_stations_have_it():
    """Six stations, 4.5 mm flicker and 3.5 mm white noise: jumps of 30 mm are found, and nothing else."""
    days = np.arange(1600)
    errors, n_false = [], 0
    for seed in range(6):
        rng = np.random.default_rng(seed)
        up = seasonal(days) + 4.5 * flicker(days.size, rng) + rng.normal(0, 3.5, days.size)
        n_false += len(clean(station(up), TAKE_ALL).steps)
        jumped = up - 30 * (days >= 900)
        near = [s for s in clean(station(jumped), TAKE_ALL).steps if abs(s.day - START - 900) <= 5]
        assert len(near) == 1
        errors.append(near[0].size_mm + 30)
    assert n_false == 0
    assert np.sqrt(np.mean(np.square(errors))) < 6


def test_earthquakes_stay_unless_asked(noisy):
    up = noisy.copy()
    up[500:] -= 50
    quake = [Step(START + 500, "earthquake of magnitude 6", by_earthquake=True)]
    assert clean(station(up, steps=quake), CleaningOptions()).steps == ()
    (step,) = clean(station(up, steps=quake), CleaningOptions(correct_earthquakes=True)).steps
    assert step.size_mm == pytest.approx(-50, abs=4)


def test_steps_close_together_and_beside_gaps(noisy):
    days = START + np.arange(noisy.size, dtype=float)
    up = noisy + 30 * (days >= START + 400) - 20 * (days >= START + 420)
    steps = [Step(START + 400, "a"), Step(START + 420, "b"), Step(START + 700, "c")]
    keep = (days < START + 700) | (days > START + 1091)
    done = clean(station(up[keep], days[keep], steps=steps), CleaningOptions())
    assert [step.cause for step in done.steps] == ["a", "b"]
    assert [step.size_mm for step in done.steps] == pytest.approx([30, -20], abs=6)
    assert [step.cause for step in done.unjudged] == ["c"]


def test_short_series_is_left_alone():
    done = clean(station(np.array([1.0, 3.0, 2.0])), CleaningOptions())
    assert done.station.up_mm == pytest.approx([-1, 1, 0])
    assert done.steps == ()


def test_means_over_days():
    up = np.arange(24.0)
    one = station(up, std=4.0)
    values, std = sampled(one, START + np.array([5.0, 17.0, 300.0]), 12)
    # Twelve days about day 5: 0 to 11.
    assert values[:2] == pytest.approx([np.mean(up[0:12]), np.mean(up[12:24])])
    assert np.isnan(values[2])
    scatter = np.sqrt(np.mean((up[:12] - up[:12].mean()) ** 2) / 11)
    assert std[0] == pytest.approx(max(4 / np.sqrt(12), scatter))
    daily, daily_std = sampled(one, one.days, 1)
    assert daily == pytest.approx(up)
    assert daily_std == pytest.approx(4.0)
    sparse = Station("A", 0, 0, START + np.array([0.0, 12, 24]), np.array([1.0, 2, 3]), np.full(3, np.nan))
    values, std = sampled(sparse, START + np.array([0.0, 12, 24, 36]), 12)
    assert values == pytest.approx([1, 2, 3, np.nan], nan_ok=True)
    assert np.isnan(std).all()
    uneven = Station("A", 0, 0, one.days[:2], np.array([0.0, 10.0]), np.array([1.0, 3.0]))
    weighted, _ = sampled(uneven, np.array([START + 0.5]), 2)
    assert weighted[0] == pytest.approx(10 * (1 / 9) / (1 + 1 / 9))


def folder_of_stations(tmp_path, noisy):
    folder = tmp_path / "gnss"
    folder.mkdir()
    up = noisy.copy()
    up[500:] += 35
    tenv3(folder / "KMIN.tenv3", up / 1000)
    (folder / "steps.txt").write_text("KMIN  19MAY16  1  Antenna_Changed\n")
    lines = [f"DALI,100.2,25.6,{date(2018, 3, 1) + timedelta(days=k)},{value}\n" for k, value in enumerate(noisy[:400])]
    (folder / "dali.csv").write_text("station,lon,lat,date,up_mm\n" + "".join(lines))
    return folder


def test_import_of_a_folder(tmp_path, noisy):
    progress = SilentProgress()
    folder = folder_of_stations(tmp_path, noisy)
    (folder / "notes.txt").write_text("nothing of use\nhere\n")
    result = import_gnss([folder], tmp_path / "p.nc", GnssOptions(), progress)
    assert [one.name for one in result.stations] == ["DALI", "KMIN"]
    kmin = result.stations[1]
    assert kmin.n_steps == 1
    # Three years of white noise of 5 mm, and a jump in their middle known to 2 mm.
    assert kmin.velocity_mm_yr == pytest.approx(3.0, abs=1.5)
    assert kmin.annual_amplitude_mm == pytest.approx(10.0, abs=1.0)
    assert any("KMIN: a jump of +3" in text and "antenna changed" in text for text in progress.warnings)
    assert any("notes.txt" in text for text in progress.warnings)
    stations = read_stations(tmp_path / "p.nc")
    assert stations.names == ("DALI", "KMIN")
    assert stations.up_mm.shape == (2, stations.days.size)
    assert stations.days[0] == START
    assert np.isnan(stations.up_mm[0, :59]).all()
    assert np.nanmean(stations.up_mm[1]) == pytest.approx(0, abs=0.01)
    expected = noisy - noisy.mean()
    there = np.isfinite(stations.up_mm[1])
    assert stations.up_mm[1][there] == pytest.approx(expected[there], abs=5)
    assert np.nanmedian(stations.up_std_mm[1]) == pytest.approx(6.0)
    with netcdf.open_dataset(tmp_path / "p.nc") as dataset:
        steps = json.loads(dataset.corrected_steps)
        assert dataset.featureType == "timeSeries"
        assert dataset["up"].dimensions == ("station", "time")
        assert dataset["up"].units == "mm"
        trends = netcdf.read_float(dataset, "velocity")
        assert trends == pytest.approx([one.velocity_mm_yr for one in result.stations], rel=1e-5)
        assert dataset["velocity_std"].units == "mm/yr"
    assert steps["KMIN"][0]["date"] == "2019-05-16"


def test_means_period_and_epochs(tmp_path, noisy, write_series):
    folder = folder_of_stations(tmp_path, noisy)
    options = GnssOptions(start=date(2018, 6, 1), end=date(2019, 5, 31), mean_days=12)
    result = import_gnss([folder / "KMIN.tenv3"], tmp_path / "p.nc", options, SilentProgress())
    assert np.diff(result.days) == pytest.approx(12)
    assert str(date_of(result.days[0])) == "2018-06-01"
    epochs = write_series(np.zeros((3, 50, 60)), days=[6700.0, 6712.0, 6736.0])
    options = GnssOptions(mean_days=12, epochs=epochs)
    result = import_gnss([folder / "KMIN.tenv3"], tmp_path / "p.nc", options, SilentProgress())
    assert result.days.tolist() == [6700, 6712, 6736]
    # Means of 12 days of noise of 5 mm.
    truth = seasonal(result.days - START)
    assert result.up_mm[0] - result.up_mm[0].mean() == pytest.approx(truth - truth.mean(), abs=5)
    with pytest.raises(InputError, match="from 2018-01-01 to 2020-12-31, fewer than 2"):
        import_gnss([folder / "KMIN.tenv3"], tmp_path / "q.nc", GnssOptions(start=date(2022, 1, 1)), SilentProgress())
    assert not (tmp_path / "q.nc").exists()


def test_stations_of_an_extent(tmp_path, noisy):
    folder = folder_of_stations(tmp_path, noisy)
    cut = folder / "OUT.tenv3"
    cut.write_text(tenv3(tmp_path / "x.tenv3", [0.1, 0.2], site="OUT").read_text() + "OUT 18JAN03 cut off\n")
    options = GnssOptions(extent=(99, 101, 25, 26))
    progress = SilentProgress()
    result = import_gnss([folder], tmp_path / "p.nc", options, progress)
    assert [one.name for one in result.stations] == ["DALI"]
    assert progress.warnings == []  # what lies outside is not read to its broken end
    with pytest.raises(InputError, match="No station lies inside EXTENT"):
        import_gnss([folder], tmp_path / "q.nc", GnssOptions(extent=(10, 20, 25, 26)), SilentProgress())
    over = GnssOptions(extent=(95, 105, 20, 30))
    names = [one.name for one in import_gnss([folder], tmp_path / "p.nc", over, SilentProgress()).stations]
    assert names == ["DALI", "KMIN"]


def test_reference_series_of_a_station(tmp_path, noisy):
    result = import_gnss([folder_of_stations(tmp_path, noisy)], tmp_path / "p.nc", GnssOptions(), SilentProgress())
    assert write_reference_series(result, "kmin", tmp_path / "up.csv") == "KMIN"
    series = read_reference_series(tmp_path / "up.csv")
    there = np.isfinite(result.up_mm[1])
    assert series.days == pytest.approx(result.days[there])
    assert series.up_mm == pytest.approx(result.up_mm[1][there], abs=1e-3)
    with pytest.raises(InputError, match="choose one of DALI, KMIN as STATION"):
        write_reference_series(result, "", tmp_path / "b.csv")
    with pytest.raises(InputError, match="no station 'XXXX'"):
        write_reference_series(result, "XXXX", tmp_path / "b.csv")


def test_nothing_to_import(tmp_path):
    with pytest.raises(InputError, match="does not exist"):
        import_gnss([tmp_path / "none"], tmp_path / "p.nc", GnssOptions(), SilentProgress())
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match="holds no GNSS series"):
        import_gnss([tmp_path / "empty"], tmp_path / "p.nc", GnssOptions(), SilentProgress())
    (tmp_path / "a.csv").write_text("x,y\n1,2\n")
    with pytest.raises(InputError, match="date and up_mm are needed"):
        import_gnss([tmp_path / "a.csv"], tmp_path / "p.nc", GnssOptions(), SilentProgress())
    with netcdf.create(tmp_path / "other.nc", "t", "s"):
        pass
    with pytest.raises(InputError, match="no variable station_name"):
        read_stations(tmp_path / "other.nc")
