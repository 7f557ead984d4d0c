"""Write ui/layout/groundswell_a4.qpt, the template of the page with map, chart and legend: run ``make layout``."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemMapGrid,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsLineSymbol,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsScaleBarSettings,
    QgsTextFormat,
    QgsUnitTypes,
)
from qgis.PyQt.QtGui import QColor, QFont

ROOT = Path(__file__).resolve().parents[1]
MILLIMETRES = QgsUnitTypes.LayoutUnit.LayoutMillimeters


def put(layout: QgsPrintLayout, item: QgsLayoutItem, name: str, box: tuple[float, float, float, float]) -> None:
    """Add an item under a name, with its left, top, width and height in millimetres."""
    left, top, width, height = box
    item.setId(name)
    layout.addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(left, top, MILLIMETRES))
    item.attemptResize(QgsLayoutSize(width, height, MILLIMETRES))


def label(layout: QgsPrintLayout, name: str, text: str, size: int, box: tuple[float, float, float, float]) -> None:
    """Add a text."""
    item = QgsLayoutItemLabel(layout)
    item.setText(text)
    font = QFont("DejaVu Sans", size)
    font.setBold(name == "title")
    item.setFont(font)
    item.setFontColor(QColor("#123a6b" if name == "title" else "#444444"))
    put(layout, item, name, box)


def add_grid(page: QgsLayoutItemMap) -> None:
    """Add meridians and parallels, with their degrees outside the frame: left and below."""
    grid = QgsLayoutItemMapGrid("degrees", page)
    grid.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    grid.setIntervalX(1.0)
    grid.setIntervalY(1.0)
    grid.setStyle(QgsLayoutItemMapGrid.GridStyle.Solid)
    line = QgsLineSymbol.createSimple({"color": "120,120,120,110", "width": "0.1"})
    grid.setLineSymbol(line)
    grid.setAnnotationEnabled(True)
    grid.setAnnotationFormat(QgsLayoutItemMapGrid.AnnotationFormat.DecimalWithSuffix)
    grid.setAnnotationTextFormat(QgsTextFormat.fromQFont(QFont("DejaVu Sans", 7)))
    sides, shown = QgsLayoutItemMapGrid.BorderSide, QgsLayoutItemMapGrid.DisplayMode
    for side, mode in (
        (sides.Left, shown.LatitudeOnly),
        (sides.Bottom, shown.LongitudeOnly),
        (sides.Top, shown.HideAll),
        (sides.Right, shown.HideAll),
    ):
        grid.setAnnotationDisplay(mode, side)
        grid.setAnnotationPosition(QgsLayoutItemMapGrid.AnnotationPosition.OutsideMapFrame, side)
    page.grids().addGrid(grid)


def build(project: QgsProject) -> QgsPrintLayout:
    """Return the page: A4 across."""
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName("Groundswell A4")
    label(layout, "title", "Title", 14, (12, 8, 273, 8))
    label(layout, "subtitle", "Subtitle", 10, (12, 17, 273, 6))
    page = QgsLayoutItemMap(layout)
    page.setFrameEnabled(True)
    page.setCrs(QgsCoordinateReferenceSystem("EPSG:6933"))
    put(layout, page, "map", (22, 26, 188, 104))
    # Without an extent, and one of the item's own proportions, QGIS divides by zero.
    page.setExtent(QgsRectangle(9.4e6, 3.0e6, 9.4e6 + 4.0e5, 3.0e6 + 4.0e5 * 104 / 188))
    add_grid(page)
    north = QgsLayoutItemPicture(layout)
    north.setLinkedMap(page)
    north.setNorthMode(QgsLayoutItemPicture.NorthMode.TrueNorth)
    put(layout, north, "north", (198, 28, 10, 14))
    legend = QgsLayoutItemLegend(layout)
    legend.setTitle("")
    legend.setWrapString("\n")
    legend.setSymbolWidth(5)
    legend.setSymbolHeight(22)
    for style in (QgsLegendStyle.Style.Subgroup, QgsLegendStyle.Style.SymbolLabel):
        legend.setStyleFont(style, QFont("DejaVu Sans", 8))
    legend.rstyle(QgsLegendStyle.Style.Subgroup).setMargin(QgsLegendStyle.Side.Top, 4)
    put(layout, legend, "legend", (214, 26, 71, 88))
    bar = QgsLayoutItemScaleBar(layout)
    bar.setStyle("Single Box")
    bar.setLinkedMap(page)
    bar.setUnits(QgsUnitTypes.DistanceUnit.DistanceKilometers)
    bar.setUnitLabel("km")
    words = QgsTextFormat.fromQFont(QFont("DejaVu Sans", 8))
    bar.setTextFormat(words)
    bar.setHeight(2)
    bar.setNumberOfSegments(2)
    bar.setNumberOfSegmentsLeft(0)
    bar.setSegmentSizeMode(QgsScaleBarSettings.SegmentSizeMode.SegmentSizeFitWidth)
    bar.setMinimumBarWidth(25)
    bar.setMaximumBarWidth(45)
    put(layout, bar, "scale", (216, 119, 66, 12))
    chart = QgsLayoutItemPicture(layout)
    put(layout, chart, "chart", (12, 138, 273, 60))
    label(layout, "note", "Note", 8, (12, 200, 273, 6))
    return layout


def main() -> None:
    """Write the template."""
    application = QgsApplication([], False)
    application.initQgis()
    target = ROOT / "ui" / "layout" / "groundswell_a4.qpt"
    target.parent.mkdir(exist_ok=True)
    assert build(QgsProject.instance()).saveAsTemplate(str(target), QgsReadWriteContext())


if __name__ == "__main__":
    main()
