"""What the choices of enumerations mean, in words: dialogs show them, scripts and models give the codes."""

from __future__ import annotations

from .translation import tr


def words_of(parameter: str, code: str) -> str:
    """Return what a dialog shows for a code of a parameter: words with the code behind them, or the code alone."""
    words = {**_shared(), **_of_parameter().get(parameter, {})}.get(code, "")
    return f"{words} ({code})" if words else code


def _shared() -> dict[str, str]:
    """Return the words of codes that mean the same in every parameter."""
    return {
        "auto": tr("Found from the data"),
        "file": tr("As the file says"),
        "none": tr("None"),
        "M09": tr("9 km"),
        "M25": tr("25 km"),
        "M36": tr("36 km"),
        "mm": tr("Millimetres"),
        "cm": tr("Centimetres"),
        "m": tr("Metres"),
        "rad": tr("Radians of phase"),
        "kg m-2": tr("Kilograms per square metre"),
        "towards": tr("Towards the satellite"),
        "away": tr("Away from the satellite"),
        "absolute": tr("Absolute: nothing common to all cells is in error"),
        "tied": tr("Tied to GNSS"),
        "unknown": tr("Relative to an area of unknown motion"),
        "PREM": tr("Preliminary reference Earth model"),
        "ak135": tr("Travel-time model of 1995"),
        "PREM-soft": tr("PREM with a soft upper crust"),
        "PREM-hard": tr("PREM with hard rock to the surface"),
        "PREM-continental": tr("PREM with a continental crust"),
        "PREM-sediments": tr("PREM with sediments on top"),
        "CE": tr("Centre of the solid Earth"),
        "CM": tr("Centre of mass of the Earth with its water"),
        "CF": tr("Centre of figure, as GNSS"),
        "CH": tr("Centre of horizontal figure"),
        "CL": tr("Centre of lateral figure"),
    }


def _of_parameter() -> dict[str, dict[str, str]]:
    """Return the words by parameter and code."""
    return {**_of_displacement(), **_of_storage(), **_of_analysis()}


def _of_displacement() -> dict[str, dict[str, str]]:
    return {
        "WHAT": {
            "all": tr("Interferograms and delays"),
            "interferograms": tr("Interferograms only"),
            "corrections": tr("GACOS delays only"),
        },
        "MISSING_CORRECTIONS": {
            "mean": tr("The mean delay stands in"),
            "keep": tr("Keep the pair uncorrected"),
            "drop": tr("Leave the pair out"),
        },
        "ACCEPT_CORRECTIONS": {
            "always": tr("Always"),
            "stack": tr("For all pairs or none"),
            "interferogram": tr("For each pair that it makes calmer"),
            "date": tr("For each date whose pairs it makes calmer"),
        },
        "HYP3_AREA": {"overlap": tr("What all products cover"), "union": tr("What any product covers")},
        "WEIGHTING": {"coherence": tr("By coherence"), "uniform": tr("All pairs alike")},
        "GAP_MODEL": {
            "linear": tr("Motion at a constant rate"),
            "seasonal": tr("Constant rate and a yearly wave"),
            "none": tr("Leave gaps open"),
        },
        "RAMP": {"none": tr("No"), "bilinear": tr("A plane a date"), "quadratic": tr("A curved surface a date")},
        "PLATE_MOTION": {
            "none": tr("No"),
            "amur": tr("Amur"),
            "antarctica": tr("Antarctica"),
            "arabia": tr("Arabia"),
            "australia": tr("Australia"),
            "caribbean": tr("Caribbean"),
            "eurasia": tr("Eurasia"),
            "india": tr("India"),
            "nazca": tr("Nazca"),
            "north_america": tr("North America"),
            "nubia": tr("Nubia (Africa)"),
            "pacific": tr("Pacific"),
            "south_america": tr("South America"),
            "somalia": tr("Somalia"),
        },
        "COMPONENT": {
            "line_of_sight": tr("Line of sight"),
            "vertical": tr("Vertical"),
            "east": tr("East"),
        },
    }


def _of_storage() -> dict[str, dict[str, str]]:
    return {
        "PRESET": {
            "small": tr("Small, for learning"),
            "paper": tr("As large as in Chen et al. (2022)"),
            "catchment": tr("Small, with the Catchment model as truth"),
        },
        "WORLD": {
            "large": tr("Its season is too large and early"),
            "right": tr("Only spells of its own"),
            "small": tr("Its season is too small and late"),
            "varied": tr("Its season, from place to place"),
            "years": tr("Wrong years"),
            "trend": tr("A trend that it lacks"),
            "rain": tr("Rain of half a year"),
            "stations": tr("Nothing much, but stations have yearly errors"),
            "ramp": tr("Its season, and frames have planes"),
            "catchment": tr("Soils and rain of the Catchment model"),
        },
        "PERTURBATIONS": {
            "paper": tr("Catchment deficit and snow, as in Chen et al. (2022)"),
            "geos": tr("Weather and states, as in NASA's systems"),
            "none": tr("A single run"),
        },
        "DISAGGREGATION": {"ensemble": tr("Each store by its own covariance"), "rescale": tr("All by one factor")},
        "WEATHER_CHECK": {"stop": tr("Stop"), "warn": tr("Warn and go on")},
        "ACCUMULATION": {
            "auto": tr("As the values show"),
            "hour": tr("Of the hour before"),
            "step": tr("Since the time before"),
            "day": tr("Since 00 UTC"),
        },
        "STAMP": {
            "auto": tr("As the product has it"),
            "begin": tr("At the beginning"),
            "middle": tr("In the middle"),
            "end": tr("At the end"),
        },
        "VARIANT": {
            "fortuna": tr("LISF F2.5 with the humidity derivative of GEOS"),
            "lis": tr("LISF F2.5 as it is"),
            "icarus": tr("Icarus"),
            "v24_c05": tr("Version 24 C05"),
            "nrv7_2": tr("Nature run, version 7.2"),
        },
        "SOIL_ORDER": {
            "auto": tr("As the file names it"),
            "statsgo": tr("STATSGO, 1 sand to 12 clay"),
            "usda": tr("USDA, 1 clay to 12 sand (SoilGrids)"),
            "hwsd": tr("HWSD, 1 heavy clay to 13 sand"),
        },
        "VEGETATION_LEGEND": {
            "auto": tr("As the file names it"),
            "mosaic": tr("Eight classes of the land model"),
            "igbp": tr("IGBP, as MODIS"),
            "umd": tr("University of Maryland"),
            "modis_umd": tr("MODIS, University of Maryland"),
            "worldcover": tr("ESA WorldCover"),
            "cci": tr("ESA CCI"),
        },
        "DEPTH_UNIT": {"auto": tr("As the file says")},
    }


def _of_analysis() -> dict[str, dict[str, str]]:
    return {
        "METHOD": {
            "auto": tr("The best that the data allow"),
            "exact": tr("Exact smoother without an ensemble"),
            "paper": tr("As in Chen et al. (2022)"),
            "enkf_1d": tr("Ensemble filter, each cell by itself"),
            "ensrf_1d": tr("Square-root filter, each cell by itself"),
            "enkf_3d": tr("Ensemble filter, all observations together"),
            "letkf": tr("Local transforms, all observations together"),
            "covariance": tr("By covariances, with standard deviations"),
            "laplacian": tr("By a smooth Laplacian, without standard deviations"),
        },
        "WINDOW": {
            "auto": tr("As the method wants"),
            "one_step": tr("Each epoch corrects itself"),
            "two_step_equal": tr("Each epoch corrects the days since the one before"),
            "enks": tr("Smoother: epochs before are corrected, too"),
        },
        "REFERENCE": {"auto": tr("As the files say")},
        "PRIOR_ERROR_MODEL": {"additive": tr("Added to the storage"), "lognormal": tr("Factors on the storage")},
        "SMOOTHNESS": {"0.5": tr("Rough"), "1.5": tr("Smooth"), "2.5": tr("Very smooth")},
        "TIME": {
            "each": tr("Each epoch by itself"),
            "smooth": tr("Storage with a memory"),
            "seasonal": tr("A trend and a yearly wave"),
        },
        "CELLS": {
            "exact": tr("Edges of near cells"),
            "equal_area_disk": tr("Disks of a cell's area"),
            "paper_disk": tr("Disks of 14 km, as in Chen et al. (2022)"),
        },
        "FILTER": {
            "none": tr("None"),
            "gaussian": tr("Gaussian"),
            "destriped_gaussian": tr("Without stripes, then Gaussian"),
        },
    }
