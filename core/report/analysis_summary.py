"""The verdicts on an analysis at a glance, and which observations are far off."""

from __future__ import annotations

import numpy as np

from ..assimilation.diagnostics.findings_output import StoredFindings
from ..assimilation.diagnostics.innovation_record import COHERENT_NEIGHBOURS, GROSS_ERROR
from ..dates import date_of
from ..files import attributes, netcdf
from ..files.handles import Dataset
from .page import Page, plain_number

_MOST_LISTED = 20
_EXPECTED_GROSS = 6.3e-5  # of a Gaussian beyond 4
_NEEDED = ("neighbour_innovation_correlation", "neighbour_innovation_correlation_expected", "gross_errors")


def add_summary(page: Page, dataset: Dataset, findings: StoredFindings) -> None:
    """Add a table of what was checked, what was found, what would be right, and what follows."""
    if any(not hasattr(dataset, name) for name in _NEEDED):
        return
    rows = [_size(findings), _together(dataset), _persistence(findings), _gross(dataset, findings)]
    if hasattr(dataset, "increment_biased"):
        rows.append(_bias(dataset))
    if hasattr(dataset, "information_constrains"):
        rows.append(_information(dataset))
    page.table("The analysis at a glance.", ("Question", "Found", "Right", "What follows"), rows)


def _size(findings: StoredFindings) -> tuple[str, str, str, str]:
    value, low, high = findings.reliability
    follows = "Their size is right."
    if np.isnan(low):
        follows = "Too few epochs to tell."
    elif not findings.reliability.is_one:
        follows = "Assumed errors or spread are too small." if value > 1 else "Assumed errors or spread are too large."
    interval = "" if np.isnan(low) else f" ({plain_number(low, 2)} to {plain_number(high, 2)})"
    return "Variance of the innovations over the expected", plain_number(value, 2) + interval, "1", follows


def _together(dataset: Dataset) -> tuple[str, str, str, str]:
    found, expected = (attributes.number(dataset, name) for name in _NEEDED[:2])
    follows = "Errors that cells share are as assumed."
    if np.isnan(found):
        follows = "There are no neighbours to compare."
    elif found - expected > COHERENT_NEIGHBOURS:
        follows = "Cells share errors that are not assumed: the variogram below says which."
    return "Correlation of neighbours' innovations", plain_number(found, 2), plain_number(expected, 2), follows


def _persistence(findings: StoredFindings) -> tuple[str, str, str, str]:
    value, low, high = findings.persistence
    follows = "Innovations forget: nothing lasts that the filter does not know of."
    if np.isnan(low):
        follows = "Too few epochs to tell."
    elif low > 0:
        follows = "Errors last from epoch to epoch: a season or trend of one side only, or an ERROR_MEMORY too short."
    elif high < 0:
        follows = "The filter swings: increments are too large, or their ERROR_MEMORY is too long."
    interval = "" if np.isnan(low) else f" ({plain_number(low, 2)} to {plain_number(high, 2)})"
    return "Correlation of innovations with the epoch before", plain_number(value, 2) + interval, "0", follows


def _gross(dataset: Dataset, findings: StoredFindings) -> tuple[str, str, str, str]:
    count, total = attributes.whole_number(dataset, "gross_errors"), sum(group.count for group in findings.groups)
    expected = _EXPECTED_GROSS * total
    follows = "As many as chance allows."
    if count > expected + 3 * np.sqrt(expected):
        follows = "Look there for unwrapping errors or unmasked motion."
    return "Observations beyond 4 standard deviations", f"{count} of {total}", plain_number(expected, 1), follows


def _bias(dataset: Dataset) -> tuple[str, str, str, str]:
    mean, error = (attributes.number(dataset, f"increment_mean_of_area{part}") for part in ("", "_error"))
    spread = "" if np.isnan(error) else f" ± {plain_number(error, 2)}"
    follows = "The filter fights a bias of model or observations." if dataset.increment_biased else "No bias shows."
    if np.isnan(error):
        follows = "Too few epochs to tell."
    return "Mean increment, with its standard error (mm)", plain_number(mean, 2) + spread, "0", follows


def _information(dataset: Dataset) -> tuple[str, str, str, str]:
    before, after = (attributes.number(dataset, f"information_{kind}_std") for kind in ("prior", "posterior"))
    follows = (
        "The observations tell something of the mean storage."
        if dataset.information_constrains
        else "The observations cannot constrain the storage."
    )
    ratio = plain_number(after / before, 2) if before > 0 else plain_number(float("nan"), 2)
    return "Error of the mean storage, analysis over open loop (expected)", ratio, "far below 1", follows


def add_gross_errors(page: Page, dataset: Dataset) -> None:
    """List the epochs with observations beyond 4 expected standard deviations, and where the largest is."""
    if "gross_error" not in dataset.variables:
        return
    days = netcdf.read_days(dataset)
    lon, lat = netcdf.read_grid(dataset).lon_lat()
    rows = []
    for epoch, day in enumerate(days):
        values = netcdf.read_float(dataset, "normalized_innovation", epoch)
        sizes = np.where(np.isfinite(values), np.abs(values), 0.0)
        count = int((sizes > GROSS_ERROR).sum())
        if count:
            place = np.unravel_index(int(sizes.argmax()), sizes.shape)
            rows.append(
                (
                    f"{date_of(day):%Y-%m-%d}",
                    str(count),
                    plain_number(values[place], 1),
                    plain_number(lon[place], 2),
                    plain_number(lat[place], 2),
                )
            )
    if rows:
        rows.sort(key=lambda row: -int(row[1]))
        more = f" (the {_MOST_LISTED} with most of {len(rows)})" if len(rows) > _MOST_LISTED else ""
        page.table(
            f"Epochs with observations beyond 4 expected standard deviations{more}.",
            ("Date", "Cells", "Largest normalized innovation", "at longitude", "latitude"),
            rows[:_MOST_LISTED],
            fold=True,
        )
