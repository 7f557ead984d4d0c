"""The headline of a study: what was found, how sure that is, and what would help more."""

from __future__ import annotations

from dataclasses import dataclass

from ..core.findings.headline import found, how_sure
from ..core.findings.outcome import ANALYSIS, INVERSION, Outcome
from ..processing.study import CATCHMENT, StudyInputs
from ..processing.translation import tr


@dataclass(frozen=True)
class Headline:
    """Sentences of a headline.

    Attributes
    ----------
    found, sure, helps : str
        What was found, how sure that is, what would help more; '' where there is nothing to say.
    """

    found: str
    sure: str
    helps: str

    def html(self) -> str:
        """Return the headline as rich text."""
        titles = (tr("Found"), tr("How sure"), tr("What would help more"))
        parts = zip(titles, (self.found, self.sure, self.helps))
        return "<br/>".join(f"<b>{title}:</b> {text}" for title, text in parts if text)


def headline(outcome: Outcome, inputs: StudyInputs) -> Headline:
    """Return the headline of a study."""
    return Headline(found(outcome), how_sure(outcome), _helps(outcome, inputs))


def _helps(outcome: Outcome, inputs: StudyInputs) -> str:
    parts = []
    if not inputs.is_tied:
        parts.append(tr("A vertical series of the reference area, or GNSS stations: they tell what moves the frame."))
    elif not inputs.stations:
        parts.append(tr("GNSS stations: each can be foretold by all other data, which shows what the result is worth."))
    if outcome.kind in (ANALYSIS, INVERSION) and not inputs.grace:
        parts.append(tr("GRACE, to compare with or as data."))
    elif outcome.kind == ANALYSIS and not inputs.grace_as_data and inputs.prior != CATCHMENT:
        parts.append(tr("GRACE as data: months that are withheld then judge the result."))
    if outcome.kind not in (ANALYSIS, INVERSION):
        parts.append(tr("Storage of a land model, to be corrected by this displacement."))
    return " ".join(parts)
