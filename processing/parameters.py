"""Declaring and reading parameters: each has its help, and files come back as paths."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..core.errors import InputError
from ..core.remote.client import is_address
from ..core.work.blocks import default_workers
from .input_files import takes_files, with_files
from .translation import tr

Parameters = dict[str, Any]


def is_path(text: str) -> bool:
    """Return whether a text names a file or folder, not an address."""
    return bool(text) and not is_address(text)


def add(
    algorithm: QgsProcessingAlgorithm,
    parameter: QgsProcessingParameterDefinition,
    text: str,
    advanced: bool = False,
) -> None:
    """Add a parameter with its help text."""
    parameter.setHelp(text)
    dress(parameter)
    if advanced:
        parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    algorithm.addParameter(parameter)


def dress(parameter: QgsProcessingParameterDefinition) -> None:
    """Give a parameter the widget that dialogs show for it: choices in words, files also by a loaded layer."""
    widget = ""
    if isinstance(parameter, QgsProcessingParameterEnum) and parameter.usesStaticStrings():
        widget = "Choice"
    elif takes_files(parameter):
        widget = "Files"
    if widget:
        package = __name__.partition(".")[0]
        parameter.setMetadata({"widget_wrapper": {"class": f"{package}.ui.parameter_widgets.{widget}"}})


def add_unit(algorithm: QgsProcessingAlgorithm) -> None:
    """Add the parameter `UNIT`: of input files that do not say their unit."""
    add(
        algorithm,
        text("UNIT", tr("Unit where a file has none")),
        tr("mm, cm, m or kg m-2. Empty: as the files say; a file without a unit is then refused."),
        advanced=True,
    )


def netcdf_input(name: str, label: str, optional: bool = False) -> QgsProcessingParameterFile:
    """Return a parameter for one of Groundswell's NetCDF files."""
    return QgsProcessingParameterFile(
        name,
        label,
        behavior=QgsProcessingParameterFile.Behavior.File,
        fileFilter=tr("NetCDF files (*.nc *.nc4);;All files (*)"),
        optional=optional,
    )


def any_file(name: str, label: str, file_filter: str, optional: bool = False) -> QgsProcessingParameterFile:
    """Return a parameter for a file of another kind."""
    return QgsProcessingParameterFile(
        name,
        label,
        behavior=QgsProcessingParameterFile.Behavior.File,
        fileFilter=file_filter,
        optional=optional,
    )


def folder(name: str, label: str, optional: bool = False) -> QgsProcessingParameterFile:
    """Return a parameter for a folder that exists."""
    return QgsProcessingParameterFile(
        name, label, behavior=QgsProcessingParameterFile.Behavior.Folder, optional=optional
    )


def several_files(name: str, label: str) -> QgsProcessingParameterMultipleLayers:
    """Return a parameter for one or more files; a folder's path is taken too."""
    return QgsProcessingParameterMultipleLayers(name, label, QgsProcessing.SourceType.TypeFile)


def number(
    name: str, label: str, default: float | None, low: float, high: float, *, optional: bool = False
) -> QgsProcessingParameterNumber:
    """Return a parameter for a real number."""
    kind = QgsProcessingParameterNumber.Type.Double
    parameter = QgsProcessingParameterNumber(name, label, kind, default, optional, low, high)
    parameter.setMetadata({"widget_wrapper": {"decimals": 3}})
    return parameter


def integer(
    name: str, label: str, default: int, low: int, high: int, *, optional: bool = False
) -> QgsProcessingParameterNumber:
    """Return a parameter for a whole number."""
    kind = QgsProcessingParameterNumber.Type.Integer
    return QgsProcessingParameterNumber(name, label, kind, default, optional, low, high)


def choice(name: str, label: str, values: Sequence[str], default: str) -> QgsProcessingParameterEnum:
    """Return a parameter whose value is one of the texts `values`."""
    return QgsProcessingParameterEnum(name, label, options=list(values), defaultValue=default, usesStaticStrings=True)


def switch(name: str, label: str, default: bool) -> QgsProcessingParameterBoolean:
    """Return a yes-or-no parameter."""
    return QgsProcessingParameterBoolean(name, label, defaultValue=default)


def text(name: str, label: str, default: str = "", optional: bool = True) -> QgsProcessingParameterString:
    """Return a parameter for free text."""
    return QgsProcessingParameterString(name, label, defaultValue=default, optional=optional)


def polygons(name: str, label: str) -> QgsProcessingParameterFeatureSource:
    """Return an optional parameter for a layer of polygons."""
    kinds = [QgsProcessing.SourceType.TypeVectorPolygon]
    return QgsProcessingParameterFeatureSource(name, label, kinds, optional=True)


def netcdf_output(name: str, label: str, optional: bool = False) -> QgsProcessingParameterFileDestination:
    """Return a destination for a NetCDF file; an optional one is written only where it is named."""
    return QgsProcessingParameterFileDestination(
        name, label, tr("NetCDF files (*.nc)"), None, optional, createByDefault=not optional
    )


def csv_output(name: str, label: str, optional: bool = False) -> QgsProcessingParameterFileDestination:
    """Return a destination for a table."""
    return QgsProcessingParameterFileDestination(name, label, fileFilter=tr("CSV files (*.csv)"), optional=optional)


def report_output(optional: bool = True) -> QgsProcessingParameterFileDestination:
    """Return the destination `REPORT` of a self-contained HTML page."""
    return QgsProcessingParameterFileDestination(
        "REPORT", tr("Report"), fileFilter=tr("HTML files (*.html)"), optional=optional
    )


def add_extent(algorithm: QgsProcessingAlgorithm) -> None:
    """Add the optional parameter `EXTENT`."""
    add(
        algorithm,
        QgsProcessingParameterExtent("EXTENT", tr("Extent"), optional=True),
        tr("Only this part is read. Empty: everything. On the command line: west,east,south,north in degrees."),
    )


def add_period(algorithm: QgsProcessingAlgorithm) -> None:
    """Add the optional parameters `START` and `END`."""
    kind = QgsProcessingParameterDateTime.Type.Date
    for name, label, help_text in (
        ("START", tr("First date"), tr("Nothing earlier is read. Empty: from the beginning.")),
        ("END", tr("Last date"), tr("Nothing later is read. Empty: to the end.")),
    ):
        add(algorithm, QgsProcessingParameterDateTime(name, label, kind, optional=True), help_text)


def add_table_reading(algorithm: QgsProcessingAlgorithm, of: str, prefix: str = "") -> None:
    """Add the advanced parameters `UNIT` and `COLUMNS`, with a prefix, for tables of positions that do not say them."""
    add(
        algorithm,
        choice(f"{prefix}UNIT", tr("Unit of {}").format(of), ("file", "mm", "cm", "m"), "file"),
        tr("file: as the file says, in the names of its columns (up_mm, height (m)) or a remark '# unit: mm'."),
        advanced=True,
    )
    add(
        algorithm,
        text(f"{prefix}COLUMNS", tr("Columns of {}").format(of)),
        tr(
            "Names of a table's columns in their order, for tables without a header: date,-,north_m,east_m,up_m "
            "('-' for one to pass over). Empty: as the header says."
        ),
        advanced=True,
    )


def add_workers(algorithm: QgsProcessingAlgorithm) -> None:
    """Add the advanced parameter `WORKERS`."""
    add(
        algorithm,
        # Optional, so that a model need not freeze the number of processors of the machine that it was made on.
        integer("WORKERS", tr("Workers"), default_workers(), 1, 1024, optional=True),
        tr("Threads or processes that compute at the same time. The result does not depend on it."),
        advanced=True,
    )


def add_load_switch(algorithm: QgsProcessingAlgorithm) -> None:
    """Add the advanced parameter `LOAD_LAYERS`."""
    add(
        algorithm,
        switch("LOAD_LAYERS", tr("Add styled layers to the project"), True),
        tr("Add the results to the map with a style and, for series, with their dates."),
        advanced=True,
    )


class Reader:
    """Reads the values of one run's parameters as the core wants them.

    Parameters
    ----------
    algorithm, parameters, context
        As given to ``processAlgorithm``.
    """

    def __init__(
        self, algorithm: QgsProcessingAlgorithm, parameters: Parameters, context: QgsProcessingContext
    ) -> None:
        self._of, self._context = algorithm, context
        self._parameters = with_files(algorithm, parameters, context.project())

    def file(self, name: str) -> Path:
        """Return an input file or folder."""
        return Path(self._of.parameterAsFile(self._parameters, name, self._context))

    def optional_file(self, name: str) -> Path | None:
        """Return an input file or folder, or None where it is empty."""
        value = self._of.parameterAsFile(self._parameters, name, self._context)
        return Path(value) if value else None

    def files(self, name: str) -> list[Path]:
        """Return the files of a parameter made by :func:`several_files`."""
        return [
            Path(file) for file in self._of.parameterAsFileList(self._parameters, name, self._context) if is_path(file)
        ]

    def addresses(self, name: str) -> list[str]:
        """Return the web addresses among the files of a parameter, or the one of a single file or folder."""
        value = self._parameters.get(name)
        values = value if isinstance(value, (list, tuple)) else str(value or "").split(";")
        return [one for one in (str(part).strip() for part in values) if is_address(one)]

    def output(self, name: str) -> Path:
        """Return the path of an output file."""
        return Path(self._of.parameterAsFileOutput(self._parameters, name, self._context))

    def optional_output(self, name: str) -> Path | None:
        """Return the path of an output file, or None where it is not wanted."""
        value = self._of.parameterAsFileOutput(self._parameters, name, self._context)
        return Path(value) if value else None

    def folder_output(self, name: str) -> Path:
        """Return the path of an output folder."""
        return Path(self._of.parameterAsString(self._parameters, name, self._context))

    def layer_output(self, name: str) -> Path | None:
        """Return the path of an output layer, or None where it is not wanted."""
        value = self._of.parameterAsOutputLayer(self._parameters, name, self._context)
        return Path(value) if value else None

    def number(self, name: str) -> float:
        """Return a real number."""
        return float(self._of.parameterAsDouble(self._parameters, name, self._context))

    def optional_number(self, name: str) -> float | None:
        """Return a real number, or None where it is empty."""
        return None if self._parameters.get(name) in (None, "") else self.number(name)

    def integer(self, name: str) -> int:
        """Return a whole number."""
        return int(self._of.parameterAsInt(self._parameters, name, self._context))

    def choice(self, name: str) -> str:
        """Return the chosen text."""
        return str(self._of.parameterAsEnumString(self._parameters, name, self._context))

    def switch(self, name: str) -> bool:
        """Return a yes-or-no value."""
        return bool(self._of.parameterAsBool(self._parameters, name, self._context))

    def text(self, name: str) -> str:
        """Return a text without blanks around it."""
        return str(self._of.parameterAsString(self._parameters, name, self._context)).strip()

    def words(self, name: str) -> tuple[str, ...]:
        """Return the parts of a text between commas, semicolons or blanks."""
        return tuple(self.text(name).replace(",", " ").replace(";", " ").split())

    def date(self, name: str) -> date | None:
        """Return a date, or None where it is empty."""
        value = self._of.parameterAsDateTime(self._parameters, name, self._context)
        day = value.date()
        return date(day.year(), day.month(), day.day()) if value.isValid() or day.isValid() else None

    def extent(self, name: str = "EXTENT") -> tuple[float, float, float, float] | None:
        """Return west, east, south, north in degrees, or None where it is empty."""
        wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
        box = self._of.parameterAsExtent(self._parameters, name, self._context, wgs84)
        if box.isNull() or box.isEmpty():
            return None
        if box.yMinimum() < -90 or box.yMaximum() > 90 or box.xMinimum() < -360 or box.xMaximum() > 360:
            raise InputError(
                f"{name} reaches from {box.yMinimum():g} to {box.yMaximum():g} degrees of latitude and from "
                f"{box.xMinimum():g} to {box.xMaximum():g} of longitude: give west,east,south,north."
            )
        return box.xMinimum(), box.xMaximum(), box.yMinimum(), box.yMaximum()

    def point(self, name: str) -> tuple[float, float] | None:
        """Return longitude and latitude of a point, or None where it is empty."""
        if self._parameters.get(name) in (None, ""):
            return None
        wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
        place = self._of.parameterAsPoint(self._parameters, name, self._context, wgs84)
        return place.x(), place.y()

    def polygon_file(self, name: str, feedback: QgsProcessingFeedback) -> Path | None:
        """Return a file with the polygons of a layer, wherever the layer comes from, or None where it is empty."""
        if self._parameters.get(name) in (None, ""):
            return None
        path = self._of.parameterAsCompatibleSourceLayerPath(
            self._parameters, name, self._context, ["geojson", "gpkg", "shp"], "geojson", feedback
        )
        return Path(path)
