"""The groups of the toolbox and the steps in them; numbers in the titles keep both in the order of the chain."""

from __future__ import annotations

from .translation import tr

STEPS = {
    "start": ("createexample", "checkenvironment"),
    "interferograms": ("fetchframe", "importinterferograms", "checkinterferograms"),
    "displacement": (
        "invertinterferograms", "importdisplacement", "decomposelos", "maskdownsample", "fetchgnss", "importgnss",
        "lostovertical",
    ),
    "storage": ("importstorage", "estimateparameters", "checkweather", "runcatchment"),
    "loading": ("loadresponse", "forwardmodel"),
    "assimilation": ("assimilate", "tuneobservationerror", "invertdisplacement"),
    "grace": ("importgrace", "comparegrace"),
    "series": ("extractseries", "studyreport"),
    "chains": ("displacement", "los_to_tws", "weather_to_tws"),
}  # fmt: skip
"""Identifiers by group, in the order in which a study takes them."""


def group_title(group_id: str) -> str:
    """Return the translated title of a group."""
    return {
        "start": tr("1 Start here"),
        "interferograms": tr("2 Interferograms"),
        "displacement": tr("3 Displacement"),
        "storage": tr("4 Water storage"),
        "loading": tr("5 Load and ground motion"),
        "assimilation": tr("6 Assimilation"),
        "grace": tr("7 GRACE"),
        "series": tr("8 Series and reports"),
        "chains": tr("9 Whole chains"),
    }[group_id]


def step_number(group_id: str, identifier: str) -> str:
    """Return a step's number, such as 2.3: QGIS sorts the steps of a group by their titles."""
    return f"{list(STEPS).index(group_id) + 1}.{STEPS[group_id].index(identifier) + 1}"
