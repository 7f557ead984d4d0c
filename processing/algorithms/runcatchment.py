"""Processing algorithm: the Catchment land model, from weather to an ensemble of storage."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingOutputNumber

from ...core.land.perturbations import PRESETS
from ..base import GroundswellAlgorithm
from ..feedback import FeedbackProgress
from ..land_parameters import (
    add_model_choices,
    add_precipitation,
    add_weather_choices,
    add_weather_inputs,
    read_weather_choices,
)
from ..layers import load_series
from ..parameters import (
    Reader,
    add,
    add_load_switch,
    add_period,
    add_workers,
    choice,
    integer,
    netcdf_input,
    netcdf_output,
    report_output,
    switch,
    text,
)
from ..translation import tr


class RunCatchment(GroundswellAlgorithm):
    """The Catchment model over weather: open loop or ensemble."""

    IDENTIFIER = "runcatchment"
    GROUP = "storage"
    TAGS = ("catchment", "land surface model", "open loop", "ensemble", "tws", "gldas", "era5-land")

    def title(self) -> str:
        """Return the title."""
        return tr("Run the land model")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help."""
        return tr(
            "Computes terrestrial water storage from weather by an independent implementation of the Catchment model "
            "equations, verified against NASA LISF F2.5 numbers: soil water, snow, energy balance and frozen ground in "
            "half-hourly steps, day by day. Perturbations of weather and states make the ensemble that the "
            "assimilation needs.\n\n"
            "Weather comes as Groundswell's own files, with CF names, as GLDAS-2.1, ERA5-Land, ERA5, MERRA-2 or "
            "FLUXNET, also in archives and as GRIB; what it means is read from the files, and it is checked against "
            "what is plausible before the run. Parameters come as "
            "Groundswell's own, GEOS or LDT files. The first year is run through until storage is steady.\n\n"
            "Sources: Koster et al. (2000), Ducharne et al. (2000)."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Declare the parameters."""
        add_weather_inputs(self, columns_needed=True)
        add(
            self,
            choice("PERTURBATIONS", tr("Perturbations"), tuple(PRESETS), "paper"),
            tr("paper: catchment deficit and snow; geos: weather and states as in NASA's systems; none: a single run."),
        )
        add(self, integer("MEMBERS", tr("Members"), 24, 1, 10_000), tr("Size of the ensemble (24 in the paper)."))
        add(
            self,
            text("PERTURBATION_CHANGES", tr("Changes to the perturbations")),
            tr("Numbers of the preset to change, such as catdef.std=0.2, Precip.hours=48. States are per hour."),
            advanced=True,
        )
        add(
            self,
            switch("REMOVE_SHIFT", tr("Remove the shift of the mean"), False),
            tr("Take off the members what perturbations shift their mean against the unperturbed run."),
            advanced=True,
        )
        add(
            self,
            integer("SEED", tr("Seed"), 1, 0, 2**31 - 1),
            tr("The same seed gives the same ensemble, bit for bit, whatever the number of workers."),
            advanced=True,
        )
        add_model_choices(self)
        add_precipitation(self)
        add_weather_choices(self)
        add(
            self,
            choice("WEATHER_CHECK", tr("Impossible weather"), ("stop", "warn"), "stop"),
            tr("What to do where the weather cannot be that of the columns' place, as Check weather shows it."),
            advanced=True,
        )
        add_period(self)
        add(
            self,
            netcdf_input("INITIAL", tr("Restart file"), optional=True),
            tr("Of an earlier run, to go on from its last day with the same members, seed and perturbations."),
            advanced=True,
        )
        add(
            self,
            netcdf_input("EQUILIBRIUM_INPUT", tr("Equilibrium of an earlier run"), optional=True),
            tr(
                "What spin-up found for the same columns and weather, to begin with at once. One of other columns, "
                "weather or first day is refused."
            ),
            advanced=True,
        )
        add_workers(self)
        add(
            self,
            text("SCHEDULER", tr("Dask scheduler")),
            tr("Address such as tcp://host:8786, to compute on a cluster. Empty: on this computer."),
            advanced=True,
        )
        add(self, netcdf_output("OUTPUT", tr("Storage")), tr("NetCDF file for the next step."))
        restart = netcdf_output("RESTART", tr("Restart file of this run"))
        restart.setFlags(restart.flags() | restart.Flag.FlagOptional)
        restart.setCreateByDefault(False)
        add(self, restart, tr("State at the end, to go on from."))
        equilibrium = netcdf_output("EQUILIBRIUM", tr("Equilibrium of this run"))
        equilibrium.setFlags(equilibrium.flags() | equilibrium.Flag.FlagOptional)
        equilibrium.setCreateByDefault(False)
        add(self, equilibrium, tr("State that spin-up found, for later runs with other members or perturbations."))
        add(self, report_output(), tr("Storage by store, fluxes, budgets, perturbations and parameters."))
        add_load_switch(self)
        for name, label in (
            ("N_DAYS", tr("Days")),
            ("N_TILES", tr("Columns")),
            ("SPIN_UP_DRIFT", tr("Change of storage in the last year of spin-up (mm)")),
            ("MEAN_SHIFT", tr("Shift of the ensemble mean (mm)")),
            ("WATER_RESIDUAL", tr("Largest residual of the water budget of a step (mm)")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def run_step(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Run the model."""
        from ...core.land.run import CatchmentOptions, run_catchment

        read = Reader(self, parameters, context)
        output, restart = read.output("OUTPUT"), read.optional_output("RESTART")
        options = CatchmentOptions(
            perturbations=read.choice("PERTURBATIONS"),
            changes=read.text("PERTURBATION_CHANGES"),
            members=read.integer("MEMBERS"),
            seed=read.integer("SEED"),
            ease_grid=read.choice("GRID"),
            variant=read.choice("VARIANT"),
            spin_up_years=read.integer("SPIN_UP_YEARS"),
            remove_shift=read.switch("REMOVE_SHIFT"),
            start=read.date("START"),
            end=read.date("END"),
            precipitation=read.optional_file("PRECIPITATION"),
            restart=read.optional_file("INITIAL"),
            workers=read.integer("WORKERS"),
            scheduler=read.text("SCHEDULER"),
            weather=read_weather_choices(read),
            weather_check=read.choice("WEATHER_CHECK"),
            equilibrium=read.optional_file("EQUILIBRIUM_INPUT"),
        )
        equilibrium = read.optional_output("EQUILIBRIUM")
        made = run_catchment(
            read.file("FORCING"),
            read.file("PARAMETERS"),
            output,
            options,
            progress,
            restart_output=restart,
            equilibrium_output=equilibrium,
        )
        results = {
            "OUTPUT": str(output),
            "N_DAYS": made.n_days,
            "N_TILES": made.n_tiles,
            "SPIN_UP_DRIFT": made.spin_up_drift_mm,
            "MEAN_SHIFT": made.mean_shift_mm,
            "WATER_RESIDUAL": made.water_residual_mm,
        }
        if restart:
            results["RESTART"] = str(restart)
        if equilibrium and equilibrium.exists():
            results["EQUILIBRIUM"] = str(equilibrium)
        report = read.optional_output("REPORT")
        if report:
            from ...core.report.catchment_report import write_catchment_report

            write_catchment_report(output, report, progress.warnings)
            results["REPORT"] = str(report)
        if read.switch("LOAD_LAYERS"):
            load_series(context, output, ("tws", "tws_unperturbed"))
        return results
