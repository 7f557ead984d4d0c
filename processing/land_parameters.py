"""Parameters of the land model as the prior of an assimilation."""

from __future__ import annotations

from qgis.core import QgsProcessingAlgorithm

from ..core.assimilation.priors.land_model import LandModel
from ..core.assimilation.priors.put_back import DISAGGREGATIONS
from ..core.land.catchment.options import VARIANTS
from ..core.land.perturbations import PRESETS
from ..core.land.weather_meaning import ACCUMULATIONS, STAMPS, WeatherOptions
from ..core.land.weather_units import read_units
from .parameters import Reader, add, any_file, choice, integer, number, text
from .translation import tr


def add_land_model(algorithm: QgsProcessingAlgorithm) -> None:
    """Add what runs the land model instead of reading storage."""
    add(
        algorithm,
        any_file("FORCING", tr("Weather"), _weather_files(), optional=True),
        tr(
            "With it the land model runs, and storage is only the load outside its columns, without which the effect "
            "of that load is taken for water inside. A file, or the path of a folder with weather files; it should "
            "begin months before the first epoch, so that the members part."
        ),
    )
    add(
        algorithm,
        any_file(
            "PARAMETERS",
            tr("Parameters"),
            _column_files(),
            optional=True,
        ),
        tr("Soil, topography and vegetation of the columns, one or more a cell of the EASE-Grid 2.0."),
    )
    add(
        algorithm,
        choice("PERTURBATIONS", tr("Perturbations"), tuple(PRESETS), "paper"),
        tr("paper: catchment deficit and snow; geos: weather and states as in NASA's systems; none: a single run."),
        advanced=True,
    )
    add(
        algorithm,
        text("PERTURBATION_CHANGES", tr("Changes to the perturbations")),
        tr(
            "Numbers of the preset to change, such as catdef.degrees=3, catdef.std=0.08: errors that reach over many "
            "cells, without which the mean of an area cannot be corrected. States are per hour."
        ),
        advanced=True,
    )
    add(
        algorithm,
        choice("DISAGGREGATION", tr("Increments of the stores"), DISAGGREGATIONS, "ensemble"),
        tr(
            "ensemble: soil water and snow each by their own covariance with the displacement; rescale: all by one "
            "factor. What a store cannot take goes to the others."
        ),
        advanced=True,
    )
    add_model_choices(algorithm)
    add_weather_choices(algorithm)
    add(
        algorithm,
        text("SCHEDULER", tr("Dask scheduler")),
        tr("Address such as tcp://host:8786, to compute on a cluster. Empty: on this computer."),
        advanced=True,
    )


def inputs_complaint(read: Reader) -> str:
    """Return what is wrong with the choice of storage or land model, and of observations; empty where nothing is."""
    forcing, parameters = read.optional_file("FORCING"), read.optional_file("PARAMETERS")
    if bool(forcing) != bool(parameters):
        return tr("FORCING and PARAMETERS go together: give both to run the land model, or INPUT alone.")
    if forcing is None and read.optional_file("INPUT") is None:
        return tr("Give INPUT (storage), or FORCING and PARAMETERS to run the land model.")
    if read.optional_file("OBSERVATIONS") is None and read.optional_file("STATIONS") is None:
        return tr("Give OBSERVATIONS (displacement), STATIONS (GNSS), or both.")
    return ""


def read_land_model(read: Reader) -> LandModel | None:
    """Return the choices of the land model; None where storage is read instead."""
    forcing, parameters = read.optional_file("FORCING"), read.optional_file("PARAMETERS")
    if forcing is None or parameters is None:
        return None
    return LandModel(
        forcing=forcing,
        parameters=parameters,
        background=read.optional_file("INPUT"),
        disaggregation=read.choice("DISAGGREGATION"),
        perturbations=read.choice("PERTURBATIONS"),
        changes=read.text("PERTURBATION_CHANGES"),
        variant=read.choice("VARIANT"),
        spin_up_years=read.integer("SPIN_UP_YEARS"),
        ease_grid=read.choice("GRID"),
        scheduler=read.text("SCHEDULER"),
        weather=read_weather_choices(read),
    )


def _weather_files() -> str:
    return tr("Weather (*.nc *.nc4 *.csv *.zip *.grib *.grb);;All files (*)")


def _column_files() -> str:
    return tr("Parameters (*.nc *.nc4 *.csv *.json);;All files (*)")


def add_weather_inputs(algorithm: QgsProcessingAlgorithm, *, columns_needed: bool) -> None:
    """Add weather and columns, as `checkweather` and `runcatchment` read them."""
    add(
        algorithm,
        any_file("FORCING", tr("Weather"), _weather_files()),
        tr("A file, or the path of a folder with weather files."),
    )
    place = any_file("PARAMETERS", tr("Parameters"), _column_files(), optional=not columns_needed)
    if columns_needed:
        add(
            algorithm,
            place,
            tr("Soil, topography and vegetation of the columns, one or more a cell of the EASE-Grid 2.0."),
        )
        return
    add(
        algorithm,
        place,
        tr(
            "Of the land model's columns: the places where the weather is looked at. Empty: places spread over "
            "what the files cover."
        ),
    )


def add_precipitation(algorithm: QgsProcessingAlgorithm) -> None:
    """Add precipitation of another source."""
    add(
        algorithm,
        any_file("PRECIPITATION", tr("Other precipitation"), _weather_files(), optional=True),
        tr("IMERG, CHIRPS, GPCP or MSWEP: a file or the path of a folder, used instead of the weather's own."),
        advanced=True,
    )


def add_grid_of_columns(algorithm: QgsProcessingAlgorithm) -> None:
    """Add the grid that columns with longitude and latitude come onto."""
    add(
        algorithm,
        choice("GRID", tr("EASE-Grid 2.0"), ("M25", "M36", "M09"), "M25"),
        tr("For parameters that come with longitude and latitude; others lie on a grid already."),
        advanced=True,
    )


def add_weather_choices(algorithm: QgsProcessingAlgorithm) -> None:
    """Add what a user can say of weather that its files do not."""
    add(
        algorithm,
        choice("ACCUMULATION", tr("Amounts of ERA5"), ACCUMULATIONS, "auto"),
        tr(
            "What ERA5's sums (tp, ssrd, strd) are sums of. auto: as the values show (ERA5-Land's rise from 00 UTC on "
            "and fall after it); hour: the hour before the time; step: since the time before; day: since 00 UTC."
        ),
        advanced=True,
    )
    add(
        algorithm,
        choice("STAMP", tr("Times of means"), STAMPS, "auto"),
        tr("Where in its interval the time of a mean lies. auto: by its bounds, or as the product has it."),
        advanced=True,
    )
    add(
        algorithm,
        number("UTC_OFFSET", tr("Clock of the weather (h ahead of UTC)"), None, -14.0, 14.0, optional=True),
        tr("Empty: as the files say; FLUXNET's local time is found by the sun."),
        advanced=True,
    )
    add(
        algorithm,
        number("WEATHER_HEIGHT", tr("Height of measurement (m)"), 0.0, 0.0, 500.0),
        tr("Of temperature, humidity and wind above the ground. 0: as the files or the product say."),
        advanced=True,
    )
    add(
        algorithm,
        text("WEATHER_UNITS", tr("Units of the weather")),
        tr("Where the files have none or wrong ones, such as Rainf=mm/h, Tair=degC."),
        advanced=True,
    )


def read_weather_choices(read: Reader) -> WeatherOptions:
    """Return what the user says of the weather."""
    return WeatherOptions(
        accumulation=read.choice("ACCUMULATION"),
        stamp=read.choice("STAMP"),
        utc_offset=read.optional_number("UTC_OFFSET"),
        height=read.number("WEATHER_HEIGHT"),
        units=read_units(read.text("WEATHER_UNITS")),
    )


def add_model_choices(algorithm: QgsProcessingAlgorithm) -> None:
    """Add the choices of the land model that every algorithm with it has."""
    add(
        algorithm,
        integer("SPIN_UP_YEARS", tr("Years of spin-up"), 10, 0, 1000),
        tr("At most so many runs through the first year; it ends earlier where storage changes by less than 1 mm."),
        advanced=True,
    )
    add(
        algorithm,
        choice("VARIANT", tr("Version of the model"), tuple(VARIANTS), "fortuna"),
        tr("fortuna: LISF F2.5 with GEOS's humidity derivative; the others are settings of other versions."),
        advanced=True,
    )
    add_grid_of_columns(algorithm)
