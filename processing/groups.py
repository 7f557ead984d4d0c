"""The groups of the toolbox; the number in a title keeps them in the order of the chain."""

from __future__ import annotations

from .translation import tr


def group_title(group_id: str) -> str:
    """Return the translated title of a group."""
    return {
        "start": tr("1 Start here"),
        "interferograms": tr("2 Interferograms"),
        "displacement": tr("3 Displacement"),
        "storage": tr("4 Water storage"),
        "loading": tr("5 Load and ground motion"),
        "assimilation": tr("6 Assimilation"),
        "grace": tr("7 GRACE"),
        "series": tr("8 Series and reports"),
    }[group_id]
