"""The project's addresses on the web: metadata.txt, which QGIS reads, is the one place where they stand."""

from __future__ import annotations

from configparser import ConfigParser
from functools import cache

from .root import ROOT

HOME, TRACKER, REPOSITORY = "homepage", "tracker", "repository"


@cache
def address(key: str) -> str:
    """Return the address that metadata.txt has under a key, without a slash at its end."""
    parser = ConfigParser(interpolation=None)
    parser.read(ROOT / "metadata.txt", encoding="utf-8")
    return parser["general"][key].rstrip("/")


def help_page(page: str, section: str = "") -> str:
    """Return the address of a page of the documentation, such as ``algorithms``, and of a section in it."""
    return f"{address(HOME)}/{page}/" + (f"#{section}" if section else "")
