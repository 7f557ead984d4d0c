"""Parameters of the geodetic inversion besides its files."""

from __future__ import annotations

from qgis.core import QgsProcessingAlgorithm

from ..core.assimilation.options import REFERENCES
from ..core.inversion.options import METHODS, TIMES, StorageInversionOptions
from .earth_files import read_earth
from .parameters import Reader, add, choice, number, switch, text
from .translation import tr

DEFAULT = StorageInversionOptions()


def add_station_choices(algorithm: QgsProcessingAlgorithm) -> None:
    """Add the errors of the stations, and which are left out."""
    add(
        algorithm,
        number("STATION_ERROR", tr("Error of station heights (mm)"), DEFAULT.station_error_mm, 0.001, 1e4),
        tr("Standard deviation of what their formal errors do not know; added to them."),
    )
    add(
        algorithm,
        number("COMMON_MODE_ERROR", tr("Error common to all stations (mm)"), DEFAULT.common_mode_mm, 0.0, 1e4),
        tr("It cannot be estimated. One millimetre common to all is some 25 to 39 mm of water in the mean."),
        advanced=True,
    )
    add(
        algorithm,
        text("EXCLUDE_STATIONS", tr("Stations to leave out")),
        tr("Names, such as those over aquifers; or auto: those that their neighbours refute, which are then named."),
        advanced=True,
    )


def add_frame_errors(algorithm: QgsProcessingAlgorithm) -> None:
    """Add what the frames are relative to, and their errors."""
    add(
        algorithm,
        choice("REFERENCE", tr("Reference of the displacement"), ("auto", *REFERENCES), DEFAULT.reference),
        tr(
            "auto: as the files say; absolute; tied: by GNSS, with the error of the tie; unknown: an offset is free at "
            "every epoch."
        ),
    )
    add(
        algorithm,
        number("OBSERVATION_ERROR", tr("Observation error (mm)"), None, 0.001, 1e4, optional=True),
        tr(
            "Standard deviation of the vertical displacement of a frame's cell at an epoch. Empty: as the file states "
            "it, or 9 mm."
        ),
    )
    add(
        algorithm,
        number(
            "ERROR_CORRELATION_LENGTH",
            tr("Length of observation errors (km)"),
            None,
            0.0,
            20_000.0,
            optional=True,
        ),
        tr(
            "Atmosphere: 50 to 100 km. 0: independent cells, with which a frame can do harm. Empty: as the file states "
            "it, or 0."
        ),
    )
    for name, label, value, low, high, words in (
        (
            "ERROR_NUGGET",
            tr("Independent part of the error"),
            None,
            0.0,
            1.0,
            tr(
                "Part of the variance that is a cell's own where errors are correlated. Empty: as the file states it, "
                "or 0.2."
            ),
        ),
        (
            "TIE_ERROR",
            tr("Error of the tie (mm)"),
            None,
            0.001,
            1e4,
            tr("Standard deviation of what a tied frame is off by at an epoch. Empty: as the file states it, or 3 mm."),
        ),
    ):
        add(algorithm, number(name, label, value, low, high, optional=True), words, advanced=True)
    add(
        algorithm,
        switch("DERAMPED", tr("A plane was taken out of each epoch"), DEFAULT.deramped),
        tr("Then it is free at every epoch."),
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
        switch("ESTIMATE_ERRORS", tr("Estimate the errors"), DEFAULT.estimate_errors),
        tr("A factor on the errors of each kind of data by the same likelihood, between 1/4 and 4."),
        advanced=True,
    )


def add_prior(algorithm: QgsProcessingAlgorithm) -> None:
    """Add method, prior and time."""
    add(
        algorithm,
        choice("METHOD", tr("Method"), METHODS, DEFAULT.method),
        tr("covariance: with standard deviations; laplacian: the classic way, without them."),
    )
    add(
        algorithm,
        number("SMOOTHING", tr("Smoothing of the Laplacian"), None, 0.0, 1e30, optional=True),
        tr("Empty: by cross-validation over all epochs."),
        advanced=True,
    )
    for name, label, words in (
        ("PRIOR_ERROR", tr("Size of the storage's differences (mm)"), tr("Standard deviation; empty: estimated.")),
        (
            "PRIOR_CORRELATION_LENGTH",
            tr("Length of the storage's differences (km)"),
            tr("Empty: estimated, and averaged over lengths."),
        ),
        ("COMMON_ERROR", tr("Size of the common storage (mm)"), tr("Standard deviation; empty: estimated.")),
    ):
        add(algorithm, number(name, label, None, 0.001, 1e5, optional=True), words, advanced=True)
    add(
        algorithm,
        choice("SMOOTHNESS", tr("Smoothness of storage"), ("0.5", "1.5", "2.5"), "0.5"),
        tr("Matern's nu. Data cannot tell it; the rough one gives honest intervals."),
        advanced=True,
    )
    add(
        algorithm,
        choice("TIME", tr("Time"), TIMES, DEFAULT.time),
        tr("each: epochs alone; smooth: storage has a memory; seasonal: a trend and a yearly wave."),
    )
    add(
        algorithm,
        number("MEMORY", tr("Memory (days)"), None, 0.1, 1e5, optional=True),
        tr("Of storage, where TIME is smooth. Empty: estimated."),
        advanced=True,
    )


def read_inversion_options(read: Reader) -> StorageInversionOptions:
    """Return the choices of a run."""
    return StorageInversionOptions(
        reference=read.choice("REFERENCE"),
        tie_error_mm=read.optional_number("TIE_ERROR"),
        deramped=read.switch("DERAMPED"),
        observation_error_mm=read.optional_number("OBSERVATION_ERROR"),
        error_correlation_length_km=read.optional_number("ERROR_CORRELATION_LENGTH"),
        error_nugget=read.optional_number("ERROR_NUGGET"),
        excluded_periods=read.text("EXCLUDED_PERIODS"),
        station_error_mm=read.number("STATION_ERROR"),
        common_mode_mm=read.number("COMMON_MODE_ERROR"),
        exclude_stations=read.words("EXCLUDE_STATIONS"),
        grid=read.choice("GRID"),
        buffer_km=read.number("BUFFER"),
        earth=read_earth(read),
        frame=read.choice("FRAME"),
        method=read.choice("METHOD"),
        smoothing=read.optional_number("SMOOTHING"),
        prior_error_mm=read.optional_number("PRIOR_ERROR"),
        prior_length_km=read.optional_number("PRIOR_CORRELATION_LENGTH"),
        common_error_mm=read.optional_number("COMMON_ERROR"),
        smoothness=float(read.choice("SMOOTHNESS")),
        estimate_errors=read.switch("ESTIMATE_ERRORS"),
        time=read.choice("TIME"),
        memory_days=read.optional_number("MEMORY"),
        grace_error_mm=read.optional_number("GRACE_ERROR"),
        footprint_km=read.number("FOOTPRINT"),
        unit=read.text("UNIT"),
        workers=read.integer("WORKERS"),
    )
