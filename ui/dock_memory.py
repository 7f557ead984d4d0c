"""What the dock remembers: between projects nothing, within a project all that it showed."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsPointXY
from qgis.PyQt.QtWidgets import QInputDialog

from ..core.charts.fits import step_days
from ..core.errors import GroundswellError
from ..processing.translation import tr
from .kept import Kept
from .project_state import DockState, restore, store


class DockMemory:
    """The part of `dock.SeriesDock` that takes up, keeps and drops what is shown, and asks for dates."""

    def forget(self, *_: Any) -> None:
        """Drop places and series: they belong to a project that is gone."""
        self._place, self._line, self._reference, self._steps = None, (), None, ()
        self._marker.hide()
        self._reference_marker.hide()
        for tool in (self._area_tool, self._line_tool):
            tool.clear()
        self._opened = []
        self._widgets.kept.set_kept(())
        self.picture = None
        self._cursor.stand_in([], ())
        self._widgets.show_picture(None)
        self.refresh_files()

    def take_up(self, *_: Any) -> None:
        """Show what the project's dock showed when it was saved."""
        state = restore()
        if state is None:
            return
        for path in state.opened:
            self._open(path)
        widgets = self._widgets
        widgets.choose(state.file, state.grace)
        widgets.tick_more(state.also)
        widgets.innovations.setChecked(state.innovations)
        self._place, self._line, self._reference = state.place, state.line, state.reference
        for place, marker in ((state.place, self._marker), (state.reference, self._reference_marker)):
            if place is not None and not place.is_area:
                marker.show_at(QgsPointXY(*place.corners[0]))
        self.set_model(state.fit.linear, state.fit.annual, state.fit.steps)
        widgets.kept.set_kept(state.kept)

    def _take_settings(self, one: Kept) -> None:
        """Take the model and the reference of a kept series."""
        self.set_reference(None if one.reference is None else QgsPointXY(*one.reference.corners[0]))
        self.set_model(one.fit.linear, one.fit.annual, one.fit.steps)

    def _store(self) -> None:
        """Keep in the project what is shown."""
        widgets = self._widgets
        file, grace = widgets.chosen_file(), widgets.chosen_grace()
        store(
            DockState(
                file.path if file else None,
                grace.path if grace else None,
                tuple(one.path for one in widgets.chosen_more()),
                tuple(one.path for one in self._opened),
                self._place,
                self._reference,
                self._line,
                self._fit,
                widgets.innovations.isChecked(),
                widgets.kept.kept,
            )
        )

    def _ask_steps(self) -> None:
        days = self._ask_days(
            tr("Steps"), tr("Dates of steps such as earthquakes (2016-05-18, 2018-10-02); empty for none:")
        )
        if days is not None:
            self._steps = days
            self._again()

    def _ask_dates(self) -> None:
        days = self._ask_days(
            tr("Dates of the profile"), tr("Dates to draw beside the map's (2018-06-01, 2019-06-01); empty: evenly:")
        )
        if days is not None:
            self._profile_days = days
            self._again()

    def _ask_days(self, title: str, question: str) -> tuple[float, ...] | None:
        text, accepted = QInputDialog.getText(self, title, question)
        if not accepted:
            return None
        try:
            return step_days(text.replace(";", ",").split(","))
        except GroundswellError as error:
            self.say(str(error))
            return None
