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
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
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


def build(project: QgsProject) -> QgsPrintLayout:
    """Return the page: A4 across."""
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName("Groundswell A4")
    label(layout, "title", "Title", 16, (12, 9, 273, 10))
    page = QgsLayoutItemMap(layout)
    page.setFrameEnabled(True)
    page.setCrs(QgsCoordinateReferenceSystem("EPSG:6933"))
    put(layout, page, "map", (12, 22, 200, 108))
    # Without an extent, and one of the item's own proportions, QGIS divides by zero.
    page.setExtent(QgsRectangle(9.4e6, 3.0e6, 9.4e6 + 4.0e5, 3.0e6 + 4.0e5 * 108 / 200))
    legend = QgsLayoutItemLegend(layout)
    legend.setTitle("")
    legend.setWrapString("\n")
    legend.setSymbolWidth(5)
    legend.setSymbolHeight(22)
    for style in (QgsLegendStyle.Style.Subgroup, QgsLegendStyle.Style.SymbolLabel):
        legend.setStyleFont(style, QFont("DejaVu Sans", 8))
    legend.rstyle(QgsLegendStyle.Style.Subgroup).setMargin(QgsLegendStyle.Side.Top, 4)
    put(layout, legend, "legend", (216, 22, 69, 90))
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
    put(layout, bar, "scale", (216, 118, 60, 12))
    chart = QgsLayoutItemPicture(layout)
    put(layout, chart, "chart", (12, 134, 273, 62))
    label(layout, "note", "Note", 8, (12, 198, 273, 6))
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
