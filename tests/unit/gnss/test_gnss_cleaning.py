"""What cleaning takes away and what it leaves: jumps, fast seasons, gaps, droughts, earthquakes; trends by MIDAS."""

import csv
import gzip
from datetime import date

import numpy as np
import pytest
from groundswell.core.dates import date_of, day_number
from groundswell.core.errors import InputError
from groundswell.core.gnss.cleaning import CleaningOptions, clean, outliers
from groundswell.core.gnss.joint_fit import design, fit, innovations, walk_ratio
from groundswell.core.gnss.midas import midas
from groundswell.core.gnss.station import Station, Step
from groundswell.core.gnss.trends import common_mode, trend_of

START = 6575.0  # 2018-01-01
TAKE_ALL = CleaningOptions(correct_unlisted_steps=True)


def real(reference, name):
    """Return the stations of a file of real heights."""
    rows = {}
    with gzip.open(reference / "gnss" / name, "rt") as file:
        for row in csv.DictReader(file):
            day = day_number(date.fromisoformat(row["date"]))
            rows.setdefault(row["station"], []).append((day, float(row["up_mm"]), float(row["up_std_mm"] or "nan")))
    return [Station(name, 0.0, 0.0, *np.array(values).T) for name, values in rows.items()]


def made(up, days=None, steps=()):
    days = START + np.arange(up.size, dtype=float) if days is None else days
    return Station("A", 0.0, 0.0, days, up, np.full(up.size, 4.0), tuple(steps))


def storage_signal(n, rng):
    """Heights under storage of a monsoon: fast fall, slow rise, unlike years, a drought; 20 mm from peak to trough."""
    days = np.arange(n)
    up = np.zeros(n)
    for year in range(n // 365 + 1):
        into = (days - 365 * year - 150 - rng.uniform(-20, 20)) / rng.uniform(25, 60)
        depth = rng.uniform(10, 30)
        up -= depth * np.where(into < 1, np.clip(into, 0, 1), np.exp(-(into - 1) * 0.3))
    level = np.cumsum(rng.normal(0, 1, n // 30 + 2))
    level *= 5.0 / level.std()
    return up + np.interp(days, 30 * np.arange(level.size), level)


def flicker(n, rng):
    """Noise whose power falls as 1/f, of standard deviation 1."""
    frequency = np.fft.rfftfreq(2 * n)
    frequency[0] = frequency[1]
    noise = np.fft.irfft((rng.normal(size=n + 1) + 1j * rng.normal(size=n + 1)) / np.sqrt(frequency))[:n]
    return noise / noise.std()


def test_a_drought_that_ends_in_a_gap_is_no_jump(reference):
    """Kunming, 2010: 34 days are missing, and the ground is 21 mm lower after them."""
    (kmin,) = real(reference, "kunming_kmin.csv.gz")
    done = clean(kmin, TAKE_ALL)
    assert done.steps == ()
    kept = np.isin(kmin.days, done.station.days)
    assert np.ptp(done.station.up_mm - kmin.up_mm[kept]) < 1e-9
    assert done.n_outliers < 0.005 * kmin.days.size


def test_series_that_were_cleaned_before_have_no_jumps(reference):
    stations = {one.name: one for one in real(reference, "wnam_up.csv.gz")}
    for name in ("AC50", "AMC2", "AC17", "CHIL", "P809"):
        done = clean(stations[name], TAKE_ALL)
        assert done.steps == (), name


def test_storage_is_no_jump():
    """25 stations with storage signal, flicker and white noise: not one jump is found, and no listed date corrected."""
    for seed in range(25):
        rng = np.random.default_rng(seed)
        up = storage_signal(1500, rng) + 2.5 * flicker(1500, rng) + rng.normal(0, 3, 1500)
        steps = [Step(START + day, "receiver changed") for day in (400.0, 900.0)]
        done = clean(made(up, steps=steps), TAKE_ALL)
        # Two of 50 dates may pass three sigmas where the noise is not quite a walk.
        assert [step for step in done.steps if step.cause == "found in the series"] == [], seed
        taken = sum(abs(step.size_mm) for step in done.steps)
        assert taken < 12.0, seed


def test_sizes_of_jumps_under_storage():
    """Sizes are off by what the ground itself does within days: 3 mm rms over 12 stations."""
    errors = []
    for seed in range(12):
        rng = np.random.default_rng(100 + seed)
        up = storage_signal(1500, rng) + 2.5 * flicker(1500, rng) + rng.normal(0, 3, 1500)
        jumped = up + 30.0 * (np.arange(1500) >= 700)
        (step,) = clean(made(jumped, steps=[Step(START + 700, "antenna changed")]), CleaningOptions()).steps
        errors.append(step.size_mm - 30.0)
        assert step.std_mm < 4.0
    assert np.sqrt(np.mean(np.square(errors))) < 4.0


def test_a_flood_that_passes_is_no_jump():
    """20 mm within two days, gone after weeks (as in Houston, 2017)."""
    rng = np.random.default_rng(5)
    days = np.arange(1100)
    flood = -25.0 * (days >= 600) * np.exp(-np.maximum(days - 600, 0) / 25.0)
    done = clean(made(flood + rng.normal(0, 3, days.size)), TAKE_ALL)
    assert done.steps == ()


def test_no_jump_is_reported_across_a_gap():
    rng = np.random.default_rng(6)
    days = np.arange(1100.0)
    up = rng.normal(0, 3, days.size) + 30.0 * (days >= 550)
    there = (days < 540) | (days >= 560)
    assert clean(made(up[there], START + days[there]), TAKE_ALL).steps == ()
    (step,) = clean(made(up, START + days), TAKE_ALL).steps
    assert step.size_mm == pytest.approx(30.0, abs=1.5)


def test_an_earthquake_stays_in_and_is_known_to_the_trend():
    rng = np.random.default_rng(7)
    days = np.arange(2000.0)
    years = days / 365.25
    quake = -40.0 * (days >= 800) - 8.0 * np.log1p(np.maximum(days - 800, 0) / 30.0)
    up = 2.0 * years + 6.0 * np.cos(2 * np.pi * years) + quake + rng.normal(0, 3, days.size)
    listed = [Step(START + 800, "earthquake of magnitude 7.1", by_earthquake=True, magnitude=7.1)]
    kept = clean(made(up, steps=listed), CleaningOptions())
    assert kept.steps == ()
    assert kept.kept == tuple(listed)
    assert trend_of(kept).annual_mm == pytest.approx(6.0, abs=0.6)
    taken = clean(made(up, steps=listed), CleaningOptions(correct_earthquakes=True))
    (step,) = taken.steps
    assert step.size_mm == pytest.approx(-40.0, abs=3.0)
    left = taken.station.up_mm - 2.0 * years[np.isin(START + days, taken.station.days)]
    # Without the jump and the motion after it: season and noise.
    assert left[-300:].mean() - left[:300].mean() == pytest.approx(0.0, abs=4.0)


def test_trend_of_a_walk_and_seasons():
    """MIDAS does not see seasons or one jump that is not listed, and tells its error three times the white one."""
    rng = np.random.default_rng(8)
    days = np.arange(3000.0)
    years = days / 365.25
    up = -2.5 * years + 8.0 * np.sin(2 * np.pi * years) + rng.normal(0, 4, days.size) + 15.0 * (days > 1500)
    value, error = midas(days, up, [])
    assert value == pytest.approx(-2.5, abs=2 * error)
    assert 0.2 < error < 1.2
    listed, _ = midas(days, up, [1501.0])
    assert listed == pytest.approx(-2.5, abs=0.4)
    assert np.isnan(midas(days[:300], up[:300], [])[0])


def test_the_error_of_a_trend_does_not_depend_on_the_trend():
    days = np.arange(0.0, 2000.0)
    noise = np.random.default_rng(8).normal(0, 3, days.size)
    level, steep = (midas(days, noise + trend * days / 365.25, []) for trend in (0.0, 20.0))
    assert steep[0] - level[0] == pytest.approx(20.0, abs=1e-6)
    assert steep[1] == pytest.approx(level[1], rel=1e-6)


def test_trend_across_missing_days():
    """Every other year missing: days without a partner at one year take later ones."""
    days = np.concatenate([np.arange(0.0, 200.0), np.arange(900.0, 1100.0)])
    value, _ = midas(days, 3.0 * days / 365.25, [])
    assert value == pytest.approx(3.0, abs=1e-9)


def test_real_trends_of_cleaned_series_are_none(reference):
    """Their trends were taken away by least squares: MIDAS finds none beyond its error in nine of ten."""
    stations = real(reference, "wnam_up.csv.gz")[:12]
    values = [midas(one.days, one.up_mm, []) for one in stations]
    assert sum(abs(value) < error for value, error in values) >= 10


def test_filter_is_the_exact_covariance():
    """The innovations of a walk in white noise are those of its dense covariance (Cholesky), uneven days included."""
    rng = np.random.default_rng(9)
    days = np.cumsum(rng.integers(1, 6, 40)).astype(float)
    noise, ratio = rng.uniform(0.5, 2.0, 40), 0.3
    up = rng.normal(0, 1, 40)
    covariance = ratio * (np.minimum.outer(days, days) - days[0]) + np.diag(noise)
    terms = design(days, [float(days[20])], [])
    # Generalized least squares with the constant in the design.
    weight = np.linalg.inv(covariance)
    normal = terms.T @ weight @ terms
    expected = np.linalg.solve(normal, terms.T @ weight @ up)
    found = fit(days, up, terms, noise, ratio)
    assert found.terms[1:] == pytest.approx(expected[1:], rel=1e-9)
    residual = up - terms @ expected
    variance = residual @ weight @ residual / (40 - terms.shape[1])
    assert found.std[1:] == pytest.approx(np.sqrt(variance * np.diag(np.linalg.inv(normal)))[1:], rel=1e-9)
    assert innovations(days, up[:, None], noise, ratio).values.shape == (39, 1)


def test_walk_is_learned():
    rng = np.random.default_rng(10)
    days = np.arange(2000.0)
    for ratio in (0.0, 0.1):
        up = np.cumsum(rng.normal(0, np.sqrt(ratio), 2000)) + rng.normal(0, 1, 2000)
        found = walk_ratio(days, up, design(days, [], []), np.ones(2000))
        # Steps of the search: a factor of 1.7.
        assert found < 3e-5 if ratio == 0 else 0.05 < found < 0.2


def test_a_size_that_is_none():
    with pytest.raises(InputError, match="LEAST_STEP"):
        CleaningOptions(least_step_mm=-1.0)


def test_dates_of_steps_are_days_after():
    up = np.random.default_rng(11).normal(0, 2, 800) + 40.0 * (np.arange(800) >= 333)
    (step,) = clean(made(up), TAKE_ALL).steps
    assert str(date_of(step.day)) == str(date_of(START + 333))


def test_what_stations_have_in_common_is_shown_and_stays():
    rng = np.random.default_rng(12)
    days = np.arange(900.0)
    common = 4.0 * np.sin(2 * np.pi * days / 71.0)
    cleaned = [clean(made(common + rng.normal(0, 2, 900), START + days), CleaningOptions()) for _ in range(5)]
    found = common_mode(cleaned, [trend_of(one) for one in cleaned], START + days)
    there = np.isfinite(found)
    assert there.mean() > 0.99
    # The median of five of 2 mm, of a wave of 4 mm that trend and seasons may take a little of.
    assert np.corrcoef(found[there], common[there])[0, 1] > 0.8
    assert np.std(cleaned[0].station.up_mm) > 3.0
    assert np.isnan(common_mode(cleaned[:2], [trend_of(one) for one in cleaned[:2]], START + days)).all()


@pytest.mark.parametrize("n", [3, 10, 25, 31, 40, 60])
@pytest.mark.parametrize("rate", [0.0, 1.0, -3.0])
def test_ground_that_moves_evenly_has_no_outliers(n, rate):
    """Also at the ends, where the window's middle is not the day; and a day far off is one there too."""
    up = rate * np.arange(float(n))
    assert not outliers(up, np.full(n, 4.0)).any()
    if n >= 25:
        for day in (0, 1, n // 2, n - 1):
            spiked = up + 80.0 * (np.arange(n) == day)
            assert np.flatnonzero(outliers(spiked, np.full(n, 4.0))).tolist() == [day]
