"""A study as data: its inputs, the steps that follow from them, and which of them are done. Imports nothing of QGIS."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from ..core.errors import InputError
from ..core.files.outputs import write_text
from ..core.findings.inputs import is_vertical_product

JOURNAL = "study.json"

STORAGE_FILE, CATCHMENT, NO_MODEL, DISPLACEMENT_ONLY = "storage", "catchment", "none", "displacement"
"""What the analysis corrects: storage of a file, the states of the Catchment model, which the study runs, or nothing:
storage by inversion of the displacement alone, or no storage at all."""
INTERFEROGRAMS, PRODUCT = "interferograms", "product"
"""Where the displacement comes from."""

MODEL_PERTURBATIONS = "catdef.degrees=3, catdef.std=0.08"
"""The ensemble's errors reach as far as weather does: without it the mean of an area hardly differs among members."""
ATMOSPHERE_KM = 50.0
"""Reach of the errors that neighbouring cells share, where a filter sees them together."""


@dataclass(frozen=True)
class StudyInputs:
    """What the user gives; '' stands for nothing.

    Attributes
    ----------
    title : str
        Title of the study in its report.
    source : str
        :data:`INTERFEROGRAMS` or :data:`PRODUCT`.
    frame : str
        Folder of interferograms.
    product : str
        Finished displacement, file or folder, where that is the source.
    gacos : str
        Folder of tropospheric delays.
    reference : str
        Place of the reference area, ``lon,lat`` in degrees.
    reference_series : str
        Vertical motion of the reference area: CSV or file of stations.
    max_velocity_mm_yr : float
        Faster pixels are left out.
    prior : str
        :data:`STORAGE_FILE`, :data:`CATCHMENT`, :data:`NO_MODEL` or :data:`DISPLACEMENT_ONLY`.
    storage : str
        Land-model output: file or folder. It is what the analysis corrects, or with the Catchment model the load
        outside its columns.
    weather, parameters : str
        For the Catchment model: file or folder of weather, and parameters of the columns.
    stations : str
        GNSS stations that are used beside the displacement: a file of Import GNSS series, or series for it.
    grace : str
        GRACE product; without it nothing is compared.
    grace_as_data : bool
        Whether GRACE is used as data, too.
    region : str
        Polygons over which storage is compared.
    periods : str
        As the parameter PERIODS of the comparison.
    """

    title: str = ""
    source: str = INTERFEROGRAMS
    frame: str = ""
    product: str = ""
    gacos: str = ""
    reference: str = ""
    reference_series: str = ""
    max_velocity_mm_yr: float = 5.0
    prior: str = STORAGE_FILE
    storage: str = ""
    weather: str = ""
    parameters: str = ""
    stations: str = ""
    grace: str = ""
    grace_as_data: bool = False
    region: str = ""
    periods: str = ""

    @property
    def has_prior(self) -> bool:
        """Whether there is storage to correct, or a model that makes it."""
        if self.prior == CATCHMENT:
            return bool(self.weather and self.parameters)
        return self.prior == STORAGE_FILE and bool(self.storage)

    @property
    def is_tied(self) -> bool:
        """Whether anything tells what moves the whole frame: stations, or the motion of the reference area."""
        return bool(self.stations or self.reference_series)

    @property
    def is_vertical(self) -> bool:
        """Whether the displacement comes as vertical motion."""
        return self.source == PRODUCT and is_vertical_product(Path(self.product))


@dataclass(frozen=True)
class Step:
    """One run of an algorithm.

    Attributes
    ----------
    algorithm : str
        Its name in the provider.
    parameters : dict
        As given to it; empty ones are left out.
    outputs : tuple of Path
        Files that it writes.
    """

    algorithm: str
    parameters: dict[str, Any]
    outputs: tuple[Path, ...]


def plan(inputs: StudyInputs, folder: Path) -> list[Step]:
    """Return the steps of a study, in order, with everything they write in `folder`."""
    data = [] if inputs.prior == DISPLACEMENT_ONLY else _data_steps(inputs, folder)
    steps = data + _displacement_steps(inputs, folder)
    if inputs.has_prior:
        steps += _storage_steps(inputs, folder)
    elif inputs.prior == NO_MODEL or (inputs.prior == STORAGE_FILE and inputs.is_tied):
        steps.append(_inversion_step(inputs, folder))
    report = folder / "report.html"
    found = {path.name: str(path) for step in steps for path in step.outputs}
    given = {"TITLE": inputs.title}
    for name, file in (
        ("STACK", "checked.nc"),
        ("DISPLACEMENT", "displacement.nc"),
        ("GRIDDED", "gridded.nc"),
        ("VERTICAL", "vertical.nc"),
        ("STORAGE", "storage.nc"),
        ("ANALYSIS", "analysis.nc"),
        ("INVERSION", "inversion.nc"),
        ("GRACE", "grace.nc"),
        ("COMPARISON", "comparison.nc"),
        ("TABLE", "comparison.csv"),
    ):
        given[name] = found.get(file, "")
    return [*steps, _step("studyreport", given, {"REPORT": report})]


def _vertical(inputs: StudyInputs, folder: Path) -> Path:
    """Return the file of gridded vertical displacement."""
    return folder / ("gridded.nc" if inputs.is_vertical else "vertical.nc")


def _displacement_steps(inputs: StudyInputs, folder: Path) -> list[Step]:
    series, gridded, vertical = folder / "displacement.nc", folder / "gridded.nc", folder / "vertical.nc"
    steps = _product_steps(inputs, folder) if inputs.source == PRODUCT else _frame_steps(inputs, folder)
    steps.append(
        _step(
            "maskdownsample",
            {"INPUT": str(series), "MAX_VELOCITY": inputs.max_velocity_mm_yr, "LOAD_LAYERS": inputs.is_vertical},
            {"OUTPUT": gridded, "REPORT": gridded.with_suffix(".html")},
        )
    )
    if not inputs.is_vertical:
        given = {"INPUT": str(gridded), "REFERENCE_SERIES": inputs.reference_series}
        steps.append(_step("lostovertical", given, {"OUTPUT": vertical}))
    return steps


def _product_steps(inputs: StudyInputs, folder: Path) -> list[Step]:
    series = folder / "displacement.nc"
    given = {"INPUT": inputs.product, "REFERENCE_POINT": _place(inputs)}
    return [_step("importdisplacement", given, {"OUTPUT": series, "REPORT": series.with_suffix(".html")})]


def _frame_steps(inputs: StudyInputs, folder: Path) -> list[Step]:
    stack, checked, series = folder / "stack.nc", folder / "checked.nc", folder / "displacement.nc"
    return [
        _step(
            "importinterferograms",
            {"INPUT": inputs.frame, "CORRECTIONS": inputs.gacos},
            {"OUTPUT": stack, "REPORT": folder / "import.html"},
        ),
        _step(
            "checkinterferograms",
            {"INPUT": str(stack), "REFERENCE": _place(inputs)},
            {"OUTPUT": checked, "REPORT": folder / "check.html"},
        ),
        _step(
            "invertinterferograms",
            {"INPUT": str(checked)},
            {"OUTPUT": series, "VELOCITY": folder / "velocity.tif", "REPORT": series.with_suffix(".html")},
        ),
    ]


def _place(inputs: StudyInputs) -> str:
    return f"{inputs.reference} [EPSG:4326]" if inputs.reference else ""


def _data_steps(inputs: StudyInputs, folder: Path) -> list[Step]:
    """Return the steps that read stations and GRACE, where they are to be read."""
    steps = []
    if inputs.stations and not _is_ours(inputs.stations):
        steps.append(_step("importgnss", {"INPUT": [inputs.stations]}, {"OUTPUT": folder / "stations.nc"}))
    if inputs.grace and (inputs.has_prior or inputs.grace_as_data):
        steps.append(
            _step("importgrace", {"INPUT": inputs.grace, "LOAD_LAYERS": False}, {"OUTPUT": folder / "grace.nc"})
        )
    return steps


def _is_ours(stations: str) -> bool:
    return Path(stations).suffix in (".nc", ".nc4")


def _data(inputs: StudyInputs, folder: Path) -> dict[str, str]:
    """Return the data beside the displacement, as every estimate of storage takes them."""
    stations = inputs.stations
    return {
        "OBSERVATIONS": str(_vertical(inputs, folder)),
        "STATIONS": stations if not stations or _is_ours(stations) else str(folder / "stations.nc"),
        "GRACE": str(folder / "grace.nc") if inputs.grace and inputs.grace_as_data else "",
        "REGION": inputs.region,
    }


def _storage_steps(inputs: StudyInputs, folder: Path) -> list[Step]:
    storage, analysis, grace = folder / "storage.nc", folder / "analysis.nc", folder / "grace.nc"
    source = "FOLDER" if Path(inputs.storage).is_dir() else "INPUT"
    steps = []
    if inputs.storage:
        steps.append(_step("importstorage", {source: inputs.storage, "LOAD_LAYERS": False}, {"OUTPUT": storage}))
    given = {
        "INPUT": str(storage) if inputs.storage else "",
        **_data(inputs, folder),
        **_land_model(inputs),
    }
    steps.append(_step("assimilate", given, {"OUTPUT": analysis, "REPORT": folder / "analysis.html"}))
    if inputs.grace:
        steps.append(
            _step(
                "comparegrace",
                {"INPUT": str(analysis), "GRACE": str(grace), "REGION": inputs.region, "PERIODS": inputs.periods},
                {
                    "OUTPUT": folder / "comparison.nc",
                    "TABLE": folder / "comparison.csv",
                    "REPORT": folder / "comparison.html",
                },
            )
        )
    return steps


def _inversion_step(inputs: StudyInputs, folder: Path) -> Step:
    """Return the step that needs no storage and no weather: stations or a tie tell what moves the frame."""
    given = {
        **_data(inputs, folder),
        "REFERENCE": _reference(inputs),
        "ERROR_CORRELATION_LENGTH": ATMOSPHERE_KM,
        "ESTIMATE_ERRORS": True,
    }
    outputs = {
        "OUTPUT": folder / "inversion.nc",
        "TABLE": folder / "inversion.csv",
        "REPORT": folder / "inversion.html",
    }
    return _step("invertdisplacement", given, outputs)


def _reference(inputs: StudyInputs) -> str:
    """Return what displacement is relative to, for the steps that do not find it in the files."""
    return "tied" if inputs.reference_series else "unknown"


def _land_model(inputs: StudyInputs) -> dict[str, Any]:
    """Return the land model, where it is the prior; the best estimate finds all else from the files and the data."""
    if inputs.prior != CATCHMENT:
        return {}
    return {
        "FORCING": inputs.weather,
        "PARAMETERS": inputs.parameters,
        "PERTURBATION_CHANGES": MODEL_PERTURBATIONS,
    }


def _step(algorithm: str, parameters: dict[str, Any], outputs: dict[str, Path]) -> Step:
    given = {name: value for name, value in parameters.items() if value != ""}
    return Step(algorithm, {**given, **{name: str(path) for name, path in outputs.items()}}, tuple(outputs.values()))


class Journal:
    """What a study's folder says of it: inputs and the steps that were done, so that it can be taken up again.

    Parameters
    ----------
    folder : Path
        Of the study; made when something is written.

    Raises
    ------
    InputError
        Where the folder's journal cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = Path(folder)
        self.inputs = StudyInputs()
        self._done: dict[str, str] = {}
        path = self.folder / JOURNAL
        if not path.is_file():
            return
        try:
            stored = json.loads(path.read_text(encoding="utf-8"))
            known = {field.name for field in fields(StudyInputs)}
            self.inputs = StudyInputs(**{key: value for key, value in stored["inputs"].items() if key in known})
            self._done = dict(stored["done"])
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise InputError(f"{path} is not the journal of a study ({error}). Choose another folder.") from error

    def first_open(self, steps: list[Step]) -> int:
        """Return the number of the first step that is still to be run; all after it are, too."""
        for number, step in enumerate(steps):
            whole = all(path.is_file() for path in step.outputs)
            if not whole or self._done.get(step.algorithm) != _signature(step):
                return number
        return len(steps)

    def save(self, inputs: StudyInputs) -> None:
        """Keep the inputs."""
        self.inputs = inputs
        self._write()

    def record(self, step: Step) -> None:
        """Note that a step was done with its parameters and the files as they are now."""
        self._done[step.algorithm] = _signature(step)
        self._write()

    def _write(self) -> None:
        text = json.dumps({"inputs": asdict(self.inputs), "done": self._done}, indent=1)
        write_text(self.folder / JOURNAL, text + "\n")


def _signature(step: Step) -> str:
    """Return what a step's result depends on: its parameters, and the age of the files that it reads."""
    outputs = {str(path) for path in step.outputs}
    ages = {}
    for value in step.parameters.values():
        if isinstance(value, str) and value not in outputs and Path(value).is_file():
            ages[value] = Path(value).stat().st_mtime_ns
    return json.dumps([step.parameters, ages], sort_keys=True)
