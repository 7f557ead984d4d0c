"""Models fitted to one series: exact where the series is one, honest deviations, words."""

import numpy as np
import pytest
from groundswell.core.charts.fits import FitOptions, fit_series, in_words, step_days
from groundswell.core.dates import day_number, parse_date
from groundswell.core.errors import InputError

DAYS = 6000.0 + 12.0 * np.arange(90)
STEP = 6400.0


def made(rate=-7.0, amplitude=4.0, maximum=200.0, step=3.0):
    years = DAYS / 365.25
    annual = amplitude * np.cos(2 * np.pi * (DAYS - maximum) / 365.25)
    return 11.0 + rate * years + annual + step * (DAYS >= STEP)


def test_a_series_of_the_models_form_is_found_again():
    fit = fit_series(DAYS, made(), FitOptions(True, True, (STEP,)))
    assert fit.rate == pytest.approx(-7.0, abs=1e-9)
    assert fit.amplitude == pytest.approx(4.0, abs=1e-9)
    assert fit.maximum_day == pytest.approx(200.0, abs=1e-6)
    assert fit.steps[0][:2] == pytest.approx((STEP, 3.0), abs=1e-9)
    assert fit.rms < 1e-9
    np.testing.assert_allclose(fit.fitted, made(), atol=1e-9)


def test_missing_values_are_left_out_and_stay_missing():
    values = made()
    values[::7] = np.nan
    fit = fit_series(DAYS, values, FitOptions(True, True, (STEP,)))
    assert fit.rate == pytest.approx(-7.0, abs=1e-9)
    assert np.array_equal(np.isnan(fit.residuals), np.isnan(values))
    assert np.isfinite(fit.fitted).all()


def test_deviations_are_those_of_repeated_draws():
    rng = np.random.default_rng(5)
    fits = [fit_series(DAYS, made() + rng.normal(0, 2, DAYS.size), FitOptions(True, True, (STEP,))) for _ in range(600)]
    for name in ("rate", "amplitude"):
        spread = np.std([getattr(fit, name) for fit in fits])
        formal = np.mean([getattr(fit, f"{name}_std") for fit in fits])
        # The spread of 600 draws is itself known to 3 %: four times that.
        assert formal == pytest.approx(spread, rel=0.12)
    assert np.std([fit.steps[0][1] for fit in fits]) == pytest.approx(
        np.mean([fit.steps[0][2] for fit in fits]), rel=0.12
    )


@pytest.mark.parametrize(
    ("days", "options"),
    [
        (DAYS[:3], FitOptions(True, True)),
        (DAYS, FitOptions(True, False, (5000.0,))),
        (DAYS, FitOptions(True, False, (9000.0,))),
        (DAYS, FitOptions(True, False, (6401.0, 6403.0))),
    ],
)
def test_what_a_series_cannot_tell_is_refused(days, options):
    with pytest.raises(InputError, match="too few|cannot tell"):
        fit_series(days, np.sin(days), options)


def test_the_words_have_units_and_only_the_terms_asked_for():
    line = in_words(fit_series(DAYS, made(), FitOptions(True, False)))
    assert "mm/yr" in line
    assert "annual" not in line
    line = in_words(fit_series(DAYS, made(), FitOptions(False, True, (STEP,))))
    assert "mm/yr" not in line
    assert "annual" in line
    assert "on 2017-07-10" in line
    assert "RMS" in line


def test_step_dates_are_read():
    assert step_days(["2016-05-18", " "]) == (float(day_number(parse_date("20160518"))),)
    with pytest.raises(InputError, match="not a date"):
        step_days(["May"])
    assert FitOptions(False).is_empty
    assert not FitOptions(False, steps=(1.0,)).is_empty
