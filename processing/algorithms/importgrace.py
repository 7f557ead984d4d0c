"""Processing algorithm: GRACE product to storage on the EASE-Grid."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingOutputNumber

from ...core.grace.harmonic_product import FILTERS, HarmonicOptions
from ..base import GroundswellAlgorithm
from ..feedback import FeedbackProgress
from ..layers import load_series
from ..parameters import (
    Reader,
    add,
    add_extent,
    add_load_switch,
    add_period,
    any_file,
    choice,
    integer,
    netcdf_output,
    number,
    switch,
    text,
)
from ..translation import tr

AS_THE_FILE_SAYS = "file"
UNITS = (AS_THE_FILE_SAYS, "mm", "cm", "m", "kg m-2")


class ImportGrace(GroundswellAlgorithm):
    """Monthly GRACE storage with the days that each solution really used."""

    IDENTIFIER = "importgrace"
    GROUP = "grace"
    TAGS = ("grace-fo", "mascon", "csr", "gravity", "tws", "gravis", "cost-g", "tellus")

    def title(self) -> str:
        """Return the title."""
        return tr("Import GRACE")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help."""
        return tr(
            "Reads GRACE and GRACE-FO storage and averages it onto the EASE-Grid 2.0, conserving mass, in mm of "
            "water. Known are the mascons of CSR, JPL and GSFC (NetCDF, HDF5), the Tellus land grids, and Level-2 "
            "harmonics (GSM-2 of any centre, .gfc), also packed (.gz, .zip), and GravIS grids: choose one of its "
            "files, or give the folder.\n\n"
            "Keeps for every solution its first and last day and the days that it did not use: a GRACE month is seldom "
            "a calendar month. Gaps stay gaps.\n\n"
            "Harmonics: degree 1 comes from technical note 13, C20 and C30 from technical note 14 (files in the same "
            "folder are found), anomalies are to the mean of 2004 to 2009, and the filter is needed: unfiltered fields "
            "are noise.\n\n"
            "GRACE resolves 300 to 400 km. Over a smaller region it shows mostly the surroundings."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Declare the parameters."""
        add(
            self,
            any_file("INPUT", tr("GRACE product"), tr("All files (*);;NetCDF and HDF5 files (*.nc *.nc4 *.h5)")),
            tr(
                "A file such as CSR_GRACE_GRACE-FO_RL06_Mascons_all-corrections_v02.nc, or for Level-2 harmonics any "
                "file of their folder, which is then read whole."
            ),
        )
        add_extent(self)
        add_period(self)
        add(
            self,
            choice("GRID", tr("EASE-Grid 2.0"), ("M25", "M36", "M09"), "M25"),
            tr("Must be the grid of the analysis to compare with."),
        )
        add(
            self,
            choice("UNIT", tr("Unit"), UNITS, AS_THE_FILE_SAYS),
            tr("Of grids that do not say theirs, such as GeoTIFF. file: as the file says, and an error where not."),
            advanced=True,
        )
        add(
            self,
            text("VARIABLE", tr("Variable")),
            tr("Name of storage in a NetCDF file. Empty: lwe_thickness, tws, and others that are known."),
            advanced=True,
        )
        self._add_harmonics()
        self._add_mascons()
        add(self, netcdf_output("OUTPUT", tr("GRACE storage")), tr("NetCDF file for the next step."))
        add_load_switch(self)
        self.addOutput(QgsProcessingOutputNumber("N_MONTHS", tr("Months")))

    def _add_harmonics(self) -> None:
        """Declare what only Level-2 harmonics need."""
        add(
            self,
            choice("FILTER", tr("Filter of harmonics"), FILTERS, "destriped_gaussian"),
            tr(
                "destriped_gaussian: decorrelation of Swenson and Wahr, then a Gaussian, as in the Tellus grids. DDK1 "
                "(strongest) to DDK8 need DDK_NORMALS."
            ),
        )
        add(
            self,
            number("RADIUS", tr("Radius of the Gaussian (km)"), 300.0, 1.0, 5000.0),
            tr("Distance at which its weight is half."),
            advanced=True,
        )
        add(
            self,
            integer("MAX_DEGREE", tr("Highest degree of harmonics"), 60, 2, 200),
            tr("Higher degrees are noise."),
            advanced=True,
        )
        add(
            self,
            switch("GEOCENTRIC", tr("Geocentric latitudes"), False),
            tr("Take harmonics where the cells really are on the ellipsoid. Most products and tools do not."),
            advanced=True,
        )
        notes = tr("Text files (*.txt);;All files (*)")
        for name, label, file_filter, words in (
            ("DEGREE_1", tr("Technical note 13: degree 1"), notes, tr("Of the same centre and release.")),
            ("C20_C30", tr("Technical note 14: C20 and C30"), notes, tr("From satellite laser ranging.")),
            (
                "DDK_NORMALS",
                tr("Normals or matrix for DDK"),
                tr("All files (*)"),
                tr("Blocks of normals (.npz), or GRACE-filter's matrix of the level (Wbd_2-120...)."),
            ),
            (
                "GIA",
                tr("Rates of glacial isostatic adjustment"),
                tr("All files (*)"),
                tr("Stokes coefficients per year: lines of degree, order, C, S. Empty: nothing is taken off."),
            ),
        ):
            add(self, any_file(name, label, file_filter, optional=True), words, advanced=True)

    def _add_mascons(self) -> None:
        """Declare what only mascons and grids need."""
        add(
            self,
            switch("SCALE_FACTORS", tr("Apply JPL's scale factors"), False),
            tr("From a land model's annual cycle: not for trends."),
            advanced=True,
        )
        add(
            self,
            switch("LAND_ONLY", tr("Leave the ocean out"), False),
            tr("By the mask in the product, or LAND_MASK."),
            advanced=True,
        )
        add(
            self,
            any_file("LAND_MASK", tr("Land mask"), tr("NetCDF files (*.nc *.nc4);;All files (*)"), optional=True),
            tr("CSR's mask comes in a file of its own."),
            advanced=True,
        )

    def run_step(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Import the product."""
        from ...core.grace.grid_files import GridOptions
        from ...core.grace.importing import GraceOptions, import_grace
        from ...core.grace.recognition import ReadOptions

        read = Reader(self, parameters, context)
        output = read.output("OUTPUT")
        harmonics = HarmonicOptions(
            filter=read.choice("FILTER"),
            radius_km=read.number("RADIUS"),
            max_degree=read.integer("MAX_DEGREE"),
            degree_1=read.optional_file("DEGREE_1"),
            c20_c30=read.optional_file("C20_C30"),
            ddk_normals=read.optional_file("DDK_NORMALS"),
            gia=read.optional_file("GIA"),
            geocentric=read.switch("GEOCENTRIC"),
        )
        options = GraceOptions(
            extent=read.extent(),
            start=read.date("START"),
            end=read.date("END"),
            grid=read.choice("GRID"),
            read=ReadOptions(
                scale_factors=read.switch("SCALE_FACTORS"),
                land_only=read.switch("LAND_ONLY"),
                land_mask=read.optional_file("LAND_MASK"),
                harmonics=harmonics,
                grids=GridOptions(
                    variable=read.text("VARIABLE"),
                    unit="" if read.choice("UNIT") == AS_THE_FILE_SAYS else read.choice("UNIT"),
                ),
            ),
        )
        made = import_grace(read.file("INPUT"), output, options, progress)
        if read.switch("LOAD_LAYERS"):
            load_series(context, output, ("tws",))
        return {"OUTPUT": str(output), "N_MONTHS": made.n_months}
