"""Lays the documentation's pages out for MkDocs in ``build/docs_src``: what ``make docs`` builds.

The pages of ``docs/`` are taken as they are. README.md becomes the first page, CHANGELOG.md and CONTRIBUTING.md pages
of their own; each script of the gallery is run and becomes a page with its code, what it printed and its figure; each
room of the core gets a page with the docstrings of its modules.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "build" / "docs_src"
_METADATA = (ROOT / "metadata.txt").read_text(encoding="utf-8").splitlines()
PUBLIC = next(line.partition("=")[2] for line in _METADATA if line.startswith("repository=")) + "/blob/main"
"""Where files of the checkout are shown: metadata.txt is the one place of the project's addresses."""
_RUN = """
import runpy, sys, warnings
sys.path.insert(0, {tools!r})
from checkout import import_groundswell
import_groundswell()
warnings.simplefilter("ignore")
runpy.run_path({script!r})
"""


PAGES = {"README.md": "index.md", "CHANGELOG.md": "changelog.md", "CONTRIBUTING.md": "contributing.md"}
"""Pages of the root, and what they are on the site."""


def main() -> None:
    """Write all pages."""
    shutil.rmtree(TARGET, ignore_errors=True)
    shutil.copytree(ROOT / "docs", TARGET, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    for name, target in PAGES.items():
        text = (ROOT / name).read_text(encoding="utf-8")
        (TARGET / target).write_text(_links_from_the_root(text), encoding="utf-8")
    for page in TARGET.rglob("*.md"):
        page.write_text(_links_to_code(page.read_text(encoding="utf-8")), encoding="utf-8")
    _gallery()
    _reference()


def _links_from_the_root(text: str) -> str:
    """Return a page of the root with its links as seen from ``docs/``."""
    text = text.replace("](docs/", "](")
    for name, target in {"api": "api/index.md", **PAGES}.items():
        text = text.replace(f"]({name})", f"]({target})")
    return text


def _links_to_code(text: str) -> str:
    """Return a page whose links to files of the checkout lead to the public repository."""
    return re.sub(r"\]\((?:\.\./)*((?:tools|core|tests|processing|ui)/[^)#]+)\)", rf"]({PUBLIC}/\1)", text)


def _gallery() -> None:
    folder = TARGET / "gallery"
    folder.mkdir(exist_ok=True)
    index = ["# Gallery", "", "Scripts of a few seconds each; the tests run them all.", ""]
    for script in sorted((ROOT / "docs" / "gallery").glob("*.py")):
        code = script.read_text(encoding="utf-8")
        _, docstring, rest = code.split('"""', 2)
        title, _, words = docstring.strip().partition("\n")
        program = _RUN.format(tools=str(ROOT / "tools"), script=str(script))
        done = subprocess.run([_python(), "-c", program], cwd=folder, capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(f"{script}: {done.stderr}")
        title = title.rstrip(".")
        parts = [f"# {title}", words.strip(), f"![{title}]({script.stem}.png)", "```python", rest.strip(), "```"]
        parts += ["It prints:", "```text", done.stdout.strip(), "```"]
        (folder / f"{script.stem}.md").write_text("\n\n".join(parts[:3]) + "\n\n" + "\n".join(parts[3:]) + "\n")
        index += [f"## [{title}]({script.stem}.md)", "", f"[![{title}]({script.stem}.png)]({script.stem}.md)", ""]
    (folder / "index.md").write_text("\n".join(index), encoding="utf-8")


def _python() -> str:
    """Return the Python that has GDAL and the other run-time packages, not the one of the documentation tools."""
    return "/usr/bin/python3" if Path("/usr/bin/python3").exists() and os.name != "nt" else sys.executable


def _reference() -> None:
    """Write a page for the scripting interface and one for each room, and make the package findable by its name."""
    package = ROOT / "build" / "docs_package" / "groundswell"
    if package.is_symlink():
        package.unlink()
    package.mkdir(parents=True, exist_ok=True)
    # Not the root itself: whatever lies under build/ would be read, too.
    for name in ("__init__.py", "api", "core"):
        link = package / name
        link.unlink(missing_ok=True)
        link.symlink_to(ROOT / name)
    folder = TARGET / "api"
    folder.mkdir()
    lines = ["# Functions for scripts", "", "::: groundswell.api", "    options:", "      members: false", ""]
    for module in ("displacement", "inputs", "estimates", "files"):
        lines += [f"::: groundswell.api.{module}", "    options:", "      show_root_heading: false", ""]
    rooms = sorted(path.parent for path in (ROOT / "core").rglob("__init__.py"))
    lines += ["## The core, room by room", "", "- [core](core.md): the ground"]
    lines += [f"- [{name}]({name}.md)" for name in (".".join(room.relative_to(ROOT).parts) for room in rooms[1:])]
    (folder / "index.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for room in rooms[1:]:
        name = ".".join(room.relative_to(ROOT).parts)
        modules = sorted(path.stem for path in room.glob("*.py") if path.stem != "__init__")
        lines = [f"# {name}", "", f"::: groundswell.{name}", "    options:", "      members: false", ""]
        for module in modules:
            lines += [f"## {module}", "", f"::: groundswell.{name}.{module}", ""]
        (folder / f"{name}.md").write_text("\n".join(lines), encoding="utf-8")
    ground = sorted(path.stem for path in (ROOT / "core").glob("*.py") if path.stem != "__init__")
    lines = ["# core: the ground", ""]
    for module in ground:
        lines += [f"## {module}", "", f"::: groundswell.core.{module}", ""]
    (folder / "core.md").write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
