"""Write what the contract says of files into docs/files.md, between its two marks. Run by ``make files-doc``."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "files.md"
BEGIN, END = "<!-- made by tools/make_files_doc.py: begin -->", "<!-- made by tools/make_files_doc.py: end -->"
WIDTH = 100


def main() -> None:
    """Rewrite the part of the page."""
    _import_groundswell()
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


def renewed(page: str) -> str:
    """Return the page with its made part as the modules are now."""
    before, rest = page.split(BEGIN)
    return f"{before}{BEGIN}\n{section()}{END}{rest.split(END)[1]}"


def section() -> str:
    """Return what the modules of core/files say, as Markdown."""
    from groundswell.core.files import canonical, contract, times

    lines = ["| variables | what | unit in a step | units in a file | at most |", "|---|---|---|---|---|"]
    by_quantity: dict[contract.Quantity, list[str]] = {}
    for name, quantity in contract.QUANTITIES.items():
        by_quantity.setdefault(quantity, []).append(f"`{name}`")
    for quantity, names in by_quantity.items():
        cells = [", ".join(names), quantity.words, quantity.unit, quantity.accepted, f"{quantity.largest:g}"]
        lines.append(f"| {' | '.join(cells)} |")
    marks = ", ".join(f"{value:g}" for value in contract.SENTINELS)
    calendars = ", ".join(sorted(name for name in times.CALENDARS if name))
    axes = (canonical.MEMBER_NAMES, canonical.Y_NAMES, canonical.X_NAMES)
    words = [" or ".join(f"`{name}`" for name in names) for names in axes]
    paragraphs = [
        "A unit that is none of the quantity's is refused; where the file has none, the parameter `UNIT` says it, else "
        "the file is refused.",
        f"Missing is what `_FillValue` or `missing_value` declares, and NaN. Undeclared {marks} and everything beyond "
        "1e15 is missing too, with a warning; other values larger than the quantity can be are refused.",
        f"Times are read in the calendars {calendars}; a date of another calendar is the same date of ours. Whole "
        "months since a date are counted as months. Times that are not in order are sorted with a warning; a time that "
        "stands twice with the same values counts once, with a warning, with other values it is refused. A single time "
        "without a dimension is a series of one.",
        "Dimensions are known by name, in any order: time `time`, or what has the `standard_name` time or the `axis` "
        f"T; members {words[0]}; rows {words[1]}; columns {words[2]}. An axis of more than "
        f"{canonical.MOST_VALUES:,} places is a damaged header and refused before anything is read.",
    ]
    return "\n".join(lines) + "\n\n" + "\n\n".join(map(_wrapped, paragraphs)) + "\n"


def _wrapped(text: str) -> str:
    import textwrap

    return "\n".join(textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False))


def _import_groundswell() -> None:
    specification = importlib.util.spec_from_file_location(
        "groundswell", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    assert specification is not None
    assert specification.loader is not None
    package = importlib.util.module_from_spec(specification)
    sys.modules["groundswell"] = package
    specification.loader.exec_module(package)


if __name__ == "__main__":
    main()
