"""Measures of agreement against several libraries and by hand."""

import csv
import json

import numpy as np
import pytest
from groundswell.core.errors import InputError
from groundswell.core.grace import metrics

SETS = (
    "dali_ddk3_vs_swg300_26m",
    "amazon_csr_vs_jpl_sw_g300",
    "mekong_ddk5_vs_g500_gap_201507_201811",
    "synthetic_60",
)


@pytest.fixture
def oracle(reference):
    folder = reference / "grace" / "metrics"
    numbers = json.loads((folder / "metrics_oracle.json").read_text())
    with (folder / "series.csv").open() as file:
        rows = list(csv.DictReader(file))

    def of(name):
        chosen = [row for row in rows if row["set"] == name]
        columns = (np.array([float(row[key]) for row in chosen]) for key in ("month_or_index", "est", "meas"))
        return (*columns, numbers[name])

    return of


@pytest.mark.parametrize("name", SETS)
def test_measures_equal_those_of_the_libraries(oracle, name):
    _, estimate, reference, expected = oracle(name)
    # The libraries differ among themselves in the last digits: 1e-10 of values up to 50.
    for measure, key in (
        (metrics.correlation, "R_numpy"),
        (metrics.ubrmsd, "ubRMSD_eq8"),
        (metrics.rmsd, "RMSD_numpy"),
        (metrics.bias, "bias_est_minus_meas"),
        (metrics.nse, "NSE_HydroErr"),
        (metrics.spearman, "spearman"),
        (metrics.kge, "KGE2009_HydroErr"),
        (metrics.kge_modified, "KGE2012_HydroErr"),
    ):
        assert float(measure(estimate, reference)) == pytest.approx(expected[key], abs=1e-10), key
    assert metrics.ubrmsd(estimate, reference) == pytest.approx(expected["ubRMSD_pytesmo"], abs=1e-10)
    ratio = expected["KGE2009_hydroeval(KGE,r,alpha,beta)"][2]
    assert metrics.amplitude_ratio(estimate, reference) == pytest.approx(ratio, abs=1e-10)
    r = expected["R_numpy"]
    assert metrics.kge_anomalies(estimate, reference) == pytest.approx(1 - np.hypot(r - 1, ratio - 1), abs=1e-10)


def test_ubrmsd_is_the_population_form_and_blind_to_a_constant():
    estimate, reference = np.array([1.0, 4.0, 2.0, 9.0]), np.array([0.0, 1.0, 3.0, 5.0])
    d = estimate - reference
    assert metrics.ubrmsd(estimate, reference) == pytest.approx(np.sqrt(np.mean(d**2) - d.mean() ** 2), abs=1e-14)
    assert metrics.ubrmsd(estimate + 1e6, reference) == pytest.approx(metrics.ubrmsd(estimate, reference), rel=1e-9)
    assert metrics.correlation(estimate + 1e6, reference) == pytest.approx(metrics.correlation(estimate, reference))
    assert metrics.bias(estimate, reference) == pytest.approx(1.75)


def test_missing_months_are_left_out_in_pairs():
    estimate = np.array([1.0, np.nan, 2.0, 9.0, 5.0])
    reference = np.array([0.0, 1.0, 3.0, np.nan, 7.0])
    both = [0, 2, 4]
    for measure in (metrics.correlation, metrics.ubrmsd, metrics.nse, metrics.spearman, metrics.kge):
        assert measure(estimate, reference) == pytest.approx(float(measure(estimate[both], reference[both])))
    assert metrics.n_common(estimate, reference) == 3


def test_undefined_measures_are_nan():
    flat, other = np.full(5, 0.1), np.arange(5.0)
    for measure in (metrics.correlation, metrics.spearman, metrics.nse, metrics.amplitude_ratio):
        assert np.isnan(measure(other, flat)), measure
    assert np.isnan(metrics.correlation(flat, other))
    assert np.isnan(metrics.correlation(other[:2], other[:2]))
    for measure in (metrics.ubrmsd, metrics.bias, metrics.rmsd):
        assert np.isnan(measure(np.full(3, np.nan), other[:3]))
    with pytest.raises(InputError, match="same months"):
        metrics.correlation(other, other[:3])


def test_maps_give_what_their_cells_give():
    rng = np.random.default_rng(7)
    estimate, reference = rng.normal(size=(2, 20, 3, 4))
    estimate[3, 1, 2] = np.nan
    for measure in (metrics.correlation, metrics.ubrmsd, metrics.nse, metrics.spearman, metrics.kge_anomalies):
        whole = measure(estimate, reference)
        assert whole.shape == (3, 4)
        assert whole[1, 2] == pytest.approx(float(measure(estimate[:, 1, 2], reference[:, 1, 2])), abs=1e-14)


def test_perfect_agreement_is_one_and_never_more():
    series = np.random.default_rng(2).normal(size=300)
    assert metrics.correlation(series, series) == pytest.approx(1.0)
    assert metrics.correlation(series, series) <= 1.0
    assert metrics.nse(series, series) == 1.0
