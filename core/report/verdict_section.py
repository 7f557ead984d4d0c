"""The verdict on a best estimate, first on the page: did the data help, and with which evidence."""

from __future__ import annotations

import json
from typing import Any

from ..files.handles import Dataset
from ..language import tr
from .page import Page, plain_number

_PLACEBO = {
    "data": "The data",
    "displacement zero": "Placebo: displacement zero",
    "dates shuffled": "Placebo: dates shuffled",
    "sign turned": "Placebo: sign turned",
}


def add_verdict(page: Page, dataset: Dataset) -> None:
    """Add headline, season check, placebos and withheld data, where the file has them."""
    if not hasattr(dataset, "verdict"):
        return
    page.heading(tr("Did the data help?"))
    page.paragraph(str(dataset.verdict))
    _add_placebos(page, json.loads(dataset.placebo))
    _add_checks(page, json.loads(dataset.season_check))
    stations = json.loads(dataset.withheld_stations)
    if stations:
        rows = [
            (name, _text(row["open_loop_mm"], 2), _text(row["left_out_mm"], 2), _text(row["normalized"], 2))
            for name, row in stations.items()
        ]
        names = ("Station", "Open loop (mm)", "All other data (mm)", "Mean square over expected")
        page.table(
            "Each station predicted by all other data: root mean square of what is left.", names, rows, fold=True
        )
    sizes = [(name, _text(value, 3)) for name, value in json.loads(dataset.sizes).items()]
    page.table("Sizes of errors, found from the data or set.", ("Size", "Value"), sizes, fold=True)


def _add_placebos(page: Page, placebos: dict[str, dict[str, float | None]]) -> None:
    rows = [
        (_PLACEBO.get(name, name), _text(row["withheld_stations"], 2), _text(row["withheld_grace"], 2))
        for name, row in placebos.items()
    ]
    page.table(
        "Misfit to what was left out, over that of the open loop (below 1: it helps). Displacement that holds nothing "
        "must not do as well.",
        ("Displacement", "Stations left out", "GRACE's months withheld"),
        rows,
    )


def _add_checks(page: Page, checks: list[dict[str, Any]]) -> None:
    if not checks:
        return
    rows = [
        (
            str(check["data"]),
            f"{plain_number(check['factor'], 2)} ± {plain_number(check['factor_std'], 2)}",
            f"{plain_number(check['lag_days'], 0)} ± {plain_number(check['lag_std_days'], 0)}",
            str(check["cause"]) or ("Can be a season of water." if check["tells"] else "These data alone cannot tell."),
        )
        for check in checks
    ]
    page.table(
        "Season of the data over that of the model.", ("Data", "Factor", "Later by (days)", "What follows"), rows
    )


def _text(value: float | None, digits: int) -> str:
    return plain_number(float("nan") if value is None else value, digits)
