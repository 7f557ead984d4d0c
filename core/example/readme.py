"""The text that explains an example study area's files."""

from __future__ import annotations

import textwrap
from pathlib import Path

from ..dates import date_of
from .area import LAT_MAX, LAT_MIN, LON_MAX, LON_MIN, REFERENCE_LAT, REFERENCE_LON, STATIONS
from .station_network import N_STATIONS
from .study_area import StudyArea
from .view import CENTRE_RANGE_M, FRAME, STATED_INCIDENCE

_WIDTH = 110


def readme(area: StudyArea, names: dict[str, Path]) -> str:
    """Return the text of ``README.txt``.

    Parameters
    ----------
    area : StudyArea
        What it is about.
    names : dict
        Path of every part within the study area's folder: frame, gacos, reference_series, land_model, grace, region,
        truth, displacement, velocity, forcing, columns, stations, network, around.
    """
    parts = [("SYNTHETIC STUDY AREA", _about(area)), ("WHAT A USER HAS", "")]
    parts += [
        (f"{names['frame']}/", _frame(area)),
        (f"{names['gacos']}/", _delays(area)),
        (f"{names['reference_series']}", _station(area)),
        (f"{names['stations']}", _stations(area)),
        (f"{names['network']}, {names['around']}", _network(area)),
        (f"{names['land_model']}", _land_model(area)),
        (f"{names['grace']}", _grace(area)),
        (f"{names['region']}", "A study region about as large as Dali Prefecture; not its border."),
        (f"{names['forcing']}, {names['columns']}", _weather(area)),
        ("THE TRUTH", "To judge results by; no step of the chain may read it."),
        (f"{names['truth']}", "True storage on the load domain at the dates of the acquisitions."),
        (
            f"{names['displacement']}",
            "True vertical displacement since the first date, absolute, mean of a cell's pixels.",
        ),
        (f"{names['velocity']}", _velocity(area)),
    ]
    return "\n".join(_paragraph(title, text) for title, text in parts)


def _paragraph(title: str, text: str) -> str:
    body = "".join(
        textwrap.fill(" ".join(part.split()), _WIDTH, initial_indent="    ", subsequent_indent="    ") + "\n"
        for part in text.split("\n\n")
        if part.strip()
    )
    return f"{title}\n{body}"


def _about(area: StudyArea) -> str:
    rows, columns = area.domain.grid.shape
    return f"""
        Everything in this folder is synthetic: made by Groundswell (createexample), observed by no satellite and
        computed by no land surface model. Preset {area.preset.name}, seed {area.seed}; the same seed gives the same
        files.

        Box: {LON_MIN}-{LON_MAX} E, {LAT_MIN}-{LAT_MAX} N (Dali, Yunnan). Relief, lakes and towns are invented near
        real places; the track, its range and the wrong incidence angle are those of a real Sentinel-1 frame.

        The chain of truth: storage, the elastic response of PREM to disk loads, vertical motion, line of sight of every
        pixel, phase. Load lies on {rows} x {columns} cells of the EASE-Grid 2.0 (25 km) about the box; there is none
        beyond them and no ocean among them. The ground moves up and down only: the load's small horizontal motion is
        left out. Storage and displacement are in mm, up is positive; a positive phase is a longer range.
    """


def _frame(area: StudyArea) -> str:
    plan, air = area.plan, area.parameters.atmosphere
    damaged = ", ".join(f"{plan.names[k]} ({kind})" for k, kind in sorted(plan.damage.items()))
    errors = ", ".join(plan.names[k] for k in plan.unwrapping_errors)
    return f"""
        Interferograms in LiCSAR layout: {area.days.size} dates from {date_of(area.days[0])} to
        {date_of(area.days[-1])}, {len(plan.names)} pairs, pixels of {area.preset.pixel_deg} degrees.
        GEOC/<pair>/<pair>.geo.unw.tif (float32, rad, 0 = no data) and .geo.cc.tif (uint8, 255 times the coherence);
        {FRAME}.geo.E|N|U|hgt.tif; baselines; metadata.txt, whose avg_incidence_angle ({STATED_INCIDENCE}) contradicts
        its centre_range_m ({CENTRE_RANGE_M:.0f}), as in 790 real frames: U is right.

        Turbulent air of {air.turbulence_std_mm:g} mm in the line of sight (mean of the year), noise by decorrelation,
        some whole turns too many or too few in every pair.

        Damaged, to be skipped: {damaged}.

        Unwrapping errors (a patch off by a whole turn): {errors}.
    """


def _delays(area: StudyArea) -> str:
    plan, air = area.plan, area.parameters.atmosphere
    return f"""
        <date>.sltd.geo.tif: delays in rad along the line of sight; NaN outside the frame, 0 = missing. They know
        {air.gacos_sees:.0%} of the air's waves longer than some {air.gacos_wavelength_km:g} km and have errors of their
        own. No file: {_dates(area, plan.missing_delays)}. Part of the frame only: {_dates(area, plan.partial_delays)}.
    """


def _station(area: StudyArea) -> str:
    return f"""
        Vertical motion of a GNSS station at the reference area ({REFERENCE_LON} E, {REFERENCE_LAT} N): date,up_mm,
        means over {area.parameters.station.days_averaged} days with noise of {area.parameters.station.std_mm:.1f} mm.
        For lostovertical (REFERENCE_SERIES).
    """


def _network(area: StudyArea) -> str:
    station = area.parameters.station
    return f"""
        For storage without a land model (invertdisplacement): heights of {N_STATIONS} stations over some 800 km about
        the box, station,lon,lat,date,up_mm,up_std_mm, with noise of {station.std_mm:.1f} mm; subsidence and the
        earthquake's step are taken out. Import them with importgnss, with the imported storage below as EPOCHS.

        The load around the network passes for water inside where it is not known: here it is, as the true storage of
        all land, mm on cells of half a degree every 24 days (inside the network it is not used). Import it with
        importstorage, and give it as BACKGROUND. The region's mean and maps can be compared with the true storage.
    """


def _stations(area: StudyArea) -> str:
    station = area.parameters.station
    return f"""
        Heights of {len(STATIONS)} other GNSS stations in the box: station,lon,lat,date,up_mm,up_std_mm, with noise of
        {station.std_mm:.1f} mm of which the formal error ({station.formal_std_mm:.1f} mm) knows the part from day to
        day. For importgnss, and then as STATIONS of assimilate.
    """


def _land_model(area: StudyArea) -> str:
    p = area.parameters.land_model
    late = "late" if p.lag_days > 0 else "early"
    start = "Storage of a land surface model every 12 days, 0.25 degrees: tws in mm."
    if area.preset.catchment:
        return f"""
            {start} A run of the Catchment model on columns 2.5 degrees apart, and so is the truth: with other soils,
            and with the rain that weather data have. The run begins on {area.preset.weather[0]}, eleven months before
            the first acquisition.
        """
    return f"""
        {start} Wrong as models are: the year's range is {p.range_factor:g} times the true one, its peak
        {abs(p.lag_days):g} days {late}; {p.years_seen:.0%} of the anomalies from year to year, {p.slow_seen:.0%} of the
        drought, {p.weather_seen:.0%} of wet and dry spells, and spells of its own of {p.error_std_mm:g} mm.
    """


def _grace(area: StudyArea) -> str:
    p = area.parameters.grace
    return f"""
        GRACE in the layout of CSR's mascons: the true storage averaged over the days that every real solution used,
        with the real gaps, through a footprint of {p.half_width_km:g} km (half width at half height), with noise of
        {p.noise_mm:g} mm.
    """


def _weather(area: StudyArea) -> str:
    p = area.parameters.rain_error
    link = (
        "The truth is a run of the Catchment model with the true rain and other soils."
        if area.preset.catchment
        else "Wet and dry spells are those of the true storage, which is no run of a model, though."
    )
    return f"""
        Weather of the box every three hours from {area.preset.weather[0]} to {area.preset.weather[1]} (0.5 degrees),
        as weather data have it (rain {p.factor:g} times the true one, with errors of {p.spread:.0%} that last a month),
        and soil and plants of the box's EASE-Grid cells: FORCING and PARAMETERS of runcatchment. {link}
    """


def _velocity(area: StudyArea) -> str:
    deformation = area.parameters.deformation
    funnels = "; ".join(
        f"{funnel.name} sinks by {-funnel.rate_mm_per_year:g} mm/yr at {funnel.lon} E, {funnel.lat} N"
        for funnel in deformation.funnels
    )
    return f"""
        True vertical velocity of every pixel (mm/yr). Motion that is no load: {funnels}; an earthquake on
        {deformation.earthquake.date}.
    """


def _dates(area: StudyArea, positions: tuple[int, ...]) -> str:
    return ", ".join(date_of(area.days[k]).isoformat() for k in positions) or "none"
