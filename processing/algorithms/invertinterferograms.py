"""Processing algorithm: interferograms to displacement time series."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterRasterDestination

from ...core.insar.known_motion.plate_motion import PLATES
from ..base import GroundswellAlgorithm
from ..feedback import FeedbackProgress
from ..layers import load_raster
from ..parameters import (
    Reader,
    add,
    add_load_switch,
    add_workers,
    choice,
    integer,
    netcdf_input,
    netcdf_output,
    number,
    report_output,
    switch,
    text,
)
from ..translation import tr


class InvertInterferograms(GroundswellAlgorithm):
    """Small-baseline inversion of the network, block by block."""

    IDENTIFIER = "invertinterferograms"
    GROUP = "displacement"
    TAGS = ("sbas", "nsbas", "time series", "velocity", "small baseline")

    def title(self) -> str:
        """Return the title."""
        return tr("Invert interferograms")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help."""
        return tr(
            "Solves the network of interferograms for the displacement at every date by (weighted) least squares, "
            "pixel by pixel: millimetres in the line of sight, positive towards the satellite, relative to the "
            "reference area and to the first date. Where a pixel's network falls apart, the parts are tied by the "
            "model chosen under Gaps. Also gives velocity, annual terms, residuals, temporal coherence and the number "
            "of gaps.\n\n"
            "Sources: Berardino et al. (2002); the gap constraint is the limit of NSBAS (Lopez-Quiroz et al. 2009)."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Declare the parameters."""
        add(
            self,
            netcdf_input("INPUT", tr("Interferogram stack")),
            tr("From Check interferograms; an unchecked stack works too, with an automatic reference area."),
        )
        add(
            self,
            choice("WEIGHTING", tr("Weights"), ("coherence", "uniform"), "coherence"),
            tr("coherence: by the phase variance that coherence implies; uniform: all pairs alike."),
        )
        add(
            self,
            choice("GAP_MODEL", tr("Gaps"), ("linear", "seasonal", "none"), "linear"),
            tr(
                "How unconnected parts of a network are tied: linear motion, linear and annual motion, or not at all "
                "(dates that are not connected to the first stay empty)."
            ),
        )
        add(
            self,
            text("STEPS", tr("Steps")),
            tr("Dates of earthquakes such as 2016-05-18, separated by blanks: the fit gets a step at each."),
            advanced=True,
        )
        add(
            self,
            switch("SEMIANNUAL", tr("Semi-annual term"), False),
            tr("Fit a semi-annual beside the annual motion."),
            advanced=True,
        )
        add(
            self,
            switch("DATE_STD", tr("Standard deviation of every date"), False),
            tr("Write the formal standard deviation of the displacement at every date: twice the size of file."),
            advanced=True,
        )
        add(
            self,
            integer("BOOTSTRAP", tr("Bootstrap samples"), 0, 0, 10_000),
            tr("Standard deviation of the velocity by drawing the dates again so often, such as 100; 0: none."),
            advanced=True,
        )
        add(
            self,
            choice("RAMP", tr("Remove a ramp"), ("none", "bilinear", "quadratic"), "none"),
            tr(
                "Fit a plane or a quadratic surface to every date and remove it: orbits and atmosphere, but also the "
                "motion that regional loads such as water cause. Leave it at none on the way to water storage."
            ),
            advanced=True,
        )
        add(
            self,
            switch("HEIGHT_TREND", tr("Remove what grows with height"), False),
            tr("Fit and remove a term proportional to height at every date. The same caution as for the ramp."),
            advanced=True,
        )
        self._add_corrections()
        add(
            self,
            switch("NOISE_MASK", tr("Mask by noise indices"), False),
            tr(
                "Mask pixels by the nine noise indices of LiCSBAS (coherence, interferograms, velocity error, longest "
                "part, gaps, consistency with the neighbours, pairs without loop, loop errors, residuals). Each is a "
                "layer of the file; what each removes is listed. Limits that would mask every pixel are not applied."
            ),
            advanced=True,
        )
        add(
            self,
            integer("MEMORY", tr("Memory (MB)"), 1024, 16, 1_000_000),
            tr(
                "Bound for the blocks of pixels that are solved together (ramps and filter need some 220 MB at "
                "155 dates whatever it is). The result does not depend on it."
            ),
            advanced=True,
        )
        add_workers(self)
        add(
            self,
            text("SCHEDULER", tr("Dask scheduler")),
            tr("Address such as tcp://host:8786 to compute on a cluster. Empty: this computer."),
            advanced=True,
        )
        add(self, netcdf_output("OUTPUT", tr("Displacement series")), tr("NetCDF file for the next step."))
        add(
            self,
            QgsProcessingParameterRasterDestination("VELOCITY", tr("Velocity"), optional=True),
            tr("Line-of-sight velocity in mm/yr as GeoTIFF."),
        )
        add(self, report_output(), tr("Velocity, quality and gaps as maps and histograms; what each mask removes."))
        add_load_switch(self)

    def _add_corrections(self) -> None:
        """Declare what can be taken from the series by models, and the filter."""
        add(
            self,
            choice("PLATE_MOTION", tr("Remove plate motion"), PLATES, "none"),
            tr(
                "Remove the motion of a rigid plate (ITRF2020-PMM, Altamimi et al. 2023): a slope of some mm/yr over "
                "the frame, because the incidence changes over it. Off by default: near a plate's edge the ground "
                "moves otherwise. Needs the E, N and U rasters."
            ),
            advanced=True,
        )
        add(
            self,
            switch("SOLID_EARTH_TIDES", tr("Remove solid-earth tides"), False),
            tr(
                "Remove the tide of the solid Earth (IERS Conventions 2010): up to some 30 mm over a frame, and as "
                "satellites pass at the same hour 3 or 4 mm of it look like a yearly load. Off by default: some "
                "processors have removed it already, and twice would be wrong. Needs the time of day in "
                "metadata.txt (center_time)."
            ),
            advanced=True,
        )
        add(
            self,
            switch("DEM_ERROR", tr("Remove errors of the heights"), False),
            tr(
                "Fit what follows the perpendicular baseline of the dates, together with trend and season, to each "
                "pixel, and remove it: a wrong height of the ground. For L band and Envisat with baselines of "
                "hundreds of metres; Sentinel-1's are too short to matter. Needs the frame's baselines file."
            ),
            advanced=True,
        )
        add(
            self,
            switch("CORRECT_PHASE_BIAS", tr("Remove phase bias"), False),
            tr(
                "Remove the bias of short interferograms that the check found from loops of different lengths, with "
                "the longest of these lengths taken as free of it. The check says how much it adds to the velocity."
            ),
            advanced=True,
        )
        add(
            self,
            switch("FILTER", tr("Spatio-temporal filter"), False),
            tr(
                "Remove what is smooth in space and changes fast in time: atmosphere, but also the fast part of the "
                "motion that regional loads such as water cause. Leave it off on the way to water storage."
            ),
            advanced=True,
        )
        add(
            self,
            number("FILTER_DAYS", tr("Width of the filter in time (days)"), 0.0, 0.0, 10_000.0),
            tr("Standard deviation of the Gaussian weights; 0: three mean intervals between dates, as in LiCSBAS."),
            advanced=True,
        )
        add(
            self,
            number("FILTER_KM", tr("Width of the filter in space (km)"), 2.0, 0.001, 10_000.0),
            tr("Standard deviation of the Gaussian weights."),
            advanced=True,
        )

    def run_step(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Invert the stack."""
        from ...core.dates import parse_date
        from ...core.insar.inversion import InversionOptions, invert_stack
        from ...core.insar.series.series_filter import Filter
        from ...core.insar.series.trends import Trend

        read = Reader(self, parameters, context)
        output, velocity = read.output("OUTPUT"), read.layer_output("VELOCITY")
        report = read.optional_output("REPORT")
        options = InversionOptions(
            weighting=read.choice("WEIGHTING"),
            gap_model=read.choice("GAP_MODEL"),
            memory_mb=read.integer("MEMORY"),
            workers=read.integer("WORKERS"),
            scheduler=read.text("SCHEDULER"),
            steps=tuple(parse_date(word, "STEPS") for word in read.words("STEPS")),
            semiannual=read.switch("SEMIANNUAL"),
            date_std=read.switch("DATE_STD"),
            bootstrap=read.integer("BOOTSTRAP"),
            noise_mask=read.switch("NOISE_MASK"),
            trend=Trend(read.choice("RAMP"), read.switch("HEIGHT_TREND")),
            plate_motion=read.choice("PLATE_MOTION"),
            solid_earth_tides=read.switch("SOLID_EARTH_TIDES"),
            correct_phase_bias=read.switch("CORRECT_PHASE_BIAS"),
            dem_error=read.switch("DEM_ERROR"),
            filter=Filter(read.switch("FILTER"), read.number("FILTER_DAYS"), read.number("FILTER_KM")),
        )
        invert_stack(read.file("INPUT"), output, velocity, options, progress)
        results = {"OUTPUT": str(output)}
        if velocity:
            results["VELOCITY"] = str(velocity)
            if read.switch("LOAD_LAYERS"):
                load_raster(context, velocity, "velocity", tr("Line-of-sight velocity"))
        if report:
            from ...core.report.inversion_report import write_inversion_report

            write_inversion_report(output, report, progress.warnings, read.file("INPUT"))
            results["REPORT"] = str(report)
        return results
