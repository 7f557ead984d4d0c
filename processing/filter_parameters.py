"""Parameters of the filter, which assimilation and the choice of the observation error share."""

from __future__ import annotations

from qgis.core import QgsProcessingAlgorithm, QgsProcessingParameterDefinition

from ..core.assimilation.frames import FrameFile, frame_files
from ..core.assimilation.options import (
    BEST_METHODS,
    METHODS,
    PRIOR_ERROR_MODELS,
    REFERENCES,
    WINDOWS,
    AssimilationOptions,
)
from .earth_files import add_earth, read_earth
from .parameters import (
    Reader,
    add,
    add_workers,
    choice,
    integer,
    netcdf_input,
    number,
    several_files,
    switch,
    text,
)
from .translation import tr

PAPER = AssimilationOptions()


def add_inputs(algorithm: QgsProcessingAlgorithm, others: bool = False) -> None:
    """Add the files `INPUT` and `OBSERVATIONS`, optional where others (a land model, stations) can stand for them."""
    add(
        algorithm,
        netcdf_input("INPUT", tr("Storage"), optional=others),
        tr("From Import storage. Must cover the observations; load far beyond them counts, too."),
    )
    add(
        algorithm,
        netcdf_input("OBSERVATIONS", tr("Vertical displacement"), optional=others),
        tr("Gridded vertical displacement from Line of sight to vertical."),
    )


def add_more_frames(algorithm: QgsProcessingAlgorithm) -> None:
    """Add the files of further frames, and what each is relative to."""
    files = several_files("MORE_OBSERVATIONS", tr("More frames"))
    files.setFlags(files.flags() | QgsProcessingParameterDefinition.Flag.FlagOptional)
    add(
        algorithm,
        files,
        tr(
            "Vertical displacement of other tracks, or of neighbours on the same track, on the same EASE-Grid 2.0. "
            "Frames may overlap and have dates of their own."
        ),
        advanced=True,
    )
    add(
        algorithm,
        text("MORE_REFERENCES", tr("References of more frames")),
        tr("One word for each, in the same order: absolute, tied or unknown. Empty: all as the first."),
        advanced=True,
    )


def read_more_frames(read: Reader) -> tuple[FrameFile, ...]:
    """Return the further frames."""
    return frame_files(read.files("MORE_OBSERVATIONS"), read.words("MORE_REFERENCES"))


def add_stations(algorithm: QgsProcessingAlgorithm) -> None:
    """Add GNSS stations."""
    add(
        algorithm,
        netcdf_input("STATIONS", tr("GNSS stations"), optional=True),
        tr(
            "Heights from Import GNSS series, used at the stations themselves, with the displacement or without it "
            "(enkf_3d, letkf). With displacement of unknown reference they say what moves the whole frame."
        ),
    )


def add_station_error(algorithm: QgsProcessingAlgorithm, best: bool = False) -> None:
    """Add the error of the stations' heights."""
    add(
        algorithm,
        _error("STATION_ERROR", tr("Error of station heights (mm)"), PAPER.station_error_mm, (0.001, 1e4), best),
        tr("Standard deviation of what their formal errors do not know, such as other loads; added to them.")
        + _auto(best),
        advanced=True,
    )


def add_method(algorithm: QgsProcessingAlgorithm, best: bool = False) -> None:
    """Add the method, its window and the ensemble; with the `best` estimate as default where it is offered."""
    of_best = tr(
        "auto: the best that these data allow, by an exact smoother without an ensemble, whose errors are found from "
        "the data; of members it corrects the mean, and the land model follows it (runs in parts or of less than a "
        "year: enkf_3d with stations, else enkf_1d). exact: the same by name. paper: the filter of Chen et al. (2022) "
        "with all its choices. "
    )
    add(
        algorithm,
        choice(
            "METHOD",
            tr("Method"),
            (*BEST_METHODS, *METHODS) if best else METHODS,
            BEST_METHODS[0] if best else PAPER.method,
        ),
        (of_best if best else "")
        + tr(
            "enkf_1d: the paper's filter, each cell by its own observation, with perturbed observations; ensrf_1d: the "
            "same without drawing them; enkf_3d: all observations correct all cells in reach; letkf: the same by local "
            "transforms, slower."
        ),
        advanced=best,
    )
    add(
        algorithm,
        choice("WINDOW", tr("Window"), ("auto", *WINDOWS) if best else WINDOWS, "auto" if best else PAPER.window),
        (tr("auto: smoother for the best estimate, one_step for the others. ") if best else "")
        + tr(
            "one_step: each epoch corrects its own state; two_step_equal: the days since the epoch before, in equal "
            "parts; enks: a smoother, which corrects the epochs before, too."
        ),
        advanced=True,
    )
    add(
        algorithm,
        number("LAG", tr("Lag of the smoother (days)"), PAPER.lag_days, 0.1, 1e5),
        tr("How far back the smoother corrects."),
        advanced=True,
    )
    add(
        algorithm,
        integer("MEMBERS", tr("Members"), PAPER.members, 2, 10_000),
        tr("Size of the ensemble (24 in the paper). A storage file with members keeps its own."),
        advanced=best,
    )
    add(
        algorithm,
        number("LOCALIZATION", tr("Localization (km)"), PAPER.localization_km, 0.0, 20_100.0),
        tr("Distance from which on an observation says nothing of a cell (enkf_3d, letkf). 0: no limit."),
        advanced=True,
    )
    add(
        algorithm,
        number("INFLATION", tr("Inflation"), PAPER.inflation, 1.0, 9.0),
        tr("Factor on the spread before each analysis. 24 members lose about 3 % of it; 1: none."),
        advanced=True,
    )
    add(
        algorithm,
        number("RELAXATION", tr("Relaxation to prior spread"), PAPER.relaxation, 0.0, 1.0),
        tr("Part of the spread lost in an analysis that is given back. 0: none."),
        advanced=True,
    )


def add_observation_error(algorithm: QgsProcessingAlgorithm, best: bool = False) -> None:
    """Add what describes the errors of the observations besides their size."""
    add(
        algorithm,
        choice(
            "REFERENCE",
            tr("Reference of the displacement"),
            ("auto", *REFERENCES) if best else REFERENCES,
            "auto" if best else PAPER.reference,
        ),
        (
            tr("auto: as the files say, each frame tied by all stations; for filters with members absolute. ")
            if best
            else ""
        )
        + tr(
            "absolute: nothing common to all cells is in error; tied: by GNSS, with the error of the tie; unknown: "
            "relative to an area whose own motion nobody knows - then little can be said of storage."
        ),
        advanced=best,
    )
    add(
        algorithm,
        _error("TIE_ERROR", tr("Error of the tie (mm)"), PAPER.tie_error_mm, (0.001, 1e4), best),
        tr("Standard deviation of what a tied frame is off by at an epoch; 2 to 5 mm for GNSS.") + _auto(best),
        advanced=True,
    )
    add(
        algorithm,
        _error(
            "ERROR_CORRELATION_LENGTH",
            tr("Length of observation errors (km)"),
            PAPER.error_correlation_length_km,
            (0.0, 20_000.0),
            best,
        ),
        tr("Atmosphere: 50 to 100 km. 0: independent cells. The one-dimensional filters cannot use it.") + _auto(best),
        advanced=best,
    )
    add(
        algorithm,
        _error("ERROR_NUGGET", tr("Independent part of the error"), PAPER.error_nugget, (0.0, 1.0), best),
        tr("Part of the variance that is a cell's own where errors are correlated.") + _auto(best),
        advanced=True,
    )
    add(
        algorithm,
        number("SEASONAL_BIAS", tr("Seasonal bias (mm)"), PAPER.seasonal_bias_mm, 0.0, 1e4),
        tr(
            "Standard deviation of a yearly error that all cells share, of atmosphere or other loads; 2 to 3 mm where "
            "the frame is not tied. 0: none."
        ),
        advanced=True,
    )
    add(
        algorithm,
        switch("DERAMPED", tr("A plane was taken out of each epoch"), PAPER.deramped),
        tr("Then nothing is known along it, and predictions are treated alike."),
        advanced=True,
    )
    add(
        algorithm,
        text("EXCLUDED_PERIODS", tr("Periods not to be used")),
        tr("Such as an earthquake's months: 2016-05-01..2016-06-30, separated by commas."),
        advanced=True,
    )
    add(
        algorithm,
        switch("REMOVE_TREND", tr("Remove trends"), PAPER.remove_trend),
        tr("Take a linear trend out of observed and predicted displacement. A drought's trend goes with it."),
        advanced=True,
    )


def add_storage_error(algorithm: QgsProcessingAlgorithm, best: bool = False) -> None:
    """Add what describes the errors of the modelled storage, and the draws."""
    add(
        algorithm,
        _error("ERROR_MEMORY", tr("Error memory (days)"), PAPER.error_memory_days, (0.1, 1e5), best),
        tr("Time after which a correction, and the model's error, has faded to 1/e.") + _auto(best),
        advanced=best,
    )
    add(
        algorithm,
        _error("PRIOR_ERROR", tr("Storage error (mm)"), PAPER.prior_error_mm, (0.001, 1e5), best),
        tr("Standard deviation of the modelled storage of a cell, from which members are drawn.") + _auto(best),
        advanced=best,
    )
    add(
        algorithm,
        _error(
            "PRIOR_CORRELATION_LENGTH",
            tr("Length of storage errors (km)"),
            PAPER.prior_correlation_length_km,
            (0.0, 20_000.0),
            best,
        ),
        tr("Distance over which the model errs alike. It decides how much a cell's displacement says.") + _auto(best),
        advanced=best,
    )
    add(
        algorithm,
        choice("PRIOR_ERROR_MODEL", tr("Kind of storage errors"), PRIOR_ERROR_MODELS, PAPER.prior_error_model),
        tr("additive: added to the storage; lognormal: factors, for storage that is positive. Both keep the mean."),
        advanced=True,
    )
    add_earth(algorithm)
    add(
        algorithm,
        integer("SEED", tr("Seed"), PAPER.seed, 0, 2**31 - 1),
        tr("The same seed gives the same analysis, bit for bit, whatever the number of workers."),
        advanced=True,
    )
    add_workers(algorithm)


def _error(
    name: str, label: str, default: float, limits: tuple[float, float], best: bool
) -> QgsProcessingParameterDefinition:
    """Return a parameter for an error; empty where the best estimate finds it from the data."""
    return number(name, label, None if best else default, *limits, optional=best)


def _auto(best: bool) -> str:
    return tr(" Empty: found from the data; the paper's value for filters with members.") if best else ""


def add_observation_std(algorithm: QgsProcessingAlgorithm) -> None:
    """Add the error of a cell's displacement."""
    add(
        algorithm,
        _error("OBSERVATION_ERROR", tr("Observation error (mm)"), PAPER.observation_error_mm, (0.001, 1e4), True),
        tr("Standard deviation of the vertical displacement of a cell at an epoch (9 mm in the paper).") + _auto(True),
        advanced=True,
    )


def _chosen(read: Reader, name: str, default: str) -> str:
    value = read.choice(name)
    return default if value == "auto" else value


def _given(read: Reader, name: str, default: float) -> float:
    value = read.optional_number(name)
    return default if value is None else value


def read_options(
    read: Reader, observation_error_mm: float, end: str = "", members: bool = False
) -> AssimilationOptions:
    """Return the choices of a run."""
    return AssimilationOptions(
        unit=read.text("UNIT"),
        method=read.choice("METHOD"),
        window=_chosen(read, "WINDOW", PAPER.window),
        lag_days=read.number("LAG"),
        members=read.integer("MEMBERS"),
        localization_km=read.number("LOCALIZATION"),
        inflation=read.number("INFLATION"),
        relaxation=read.number("RELAXATION"),
        observation_error_mm=observation_error_mm,
        reference=_chosen(read, "REFERENCE", PAPER.reference),
        tie_error_mm=_given(read, "TIE_ERROR", PAPER.tie_error_mm),
        error_correlation_length_km=_given(read, "ERROR_CORRELATION_LENGTH", PAPER.error_correlation_length_km),
        error_nugget=_given(read, "ERROR_NUGGET", PAPER.error_nugget),
        seasonal_bias_mm=read.number("SEASONAL_BIAS"),
        deramped=read.switch("DERAMPED"),
        excluded_periods=read.text("EXCLUDED_PERIODS"),
        remove_trend=read.switch("REMOVE_TREND"),
        error_memory_days=_given(read, "ERROR_MEMORY", PAPER.error_memory_days),
        prior_error_mm=_given(read, "PRIOR_ERROR", PAPER.prior_error_mm),
        prior_correlation_length_km=_given(read, "PRIOR_CORRELATION_LENGTH", PAPER.prior_correlation_length_km),
        prior_error_model=read.choice("PRIOR_ERROR_MODEL"),
        earth=read_earth(read),
        seed=read.integer("SEED"),
        workers=read.integer("WORKERS"),
        end=end,
        save_members=members,
    )
