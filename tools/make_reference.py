"""Write docs/algorithms.md, the reference of all algorithms, from what the provider declares (``make reference``)."""

from __future__ import annotations

import textwrap
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingDestinationParameter,
    QgsProcessingModelAlgorithm,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
)

WIDTH = 100  # columns of prose; rows of tables stay one line each
TARGET = Path(__file__).resolve().parents[1] / "docs" / "algorithms.md"
HEADER = """# Algorithms

Made from the plugin itself by `make reference`; a test holds it current. Identifiers are `groundswell:NAME` in
`qgis_process` and in models. **Bold** parameters must be given; those marked * are folded away under *Advanced
parameters*.
"""


def kind(parameter: QgsProcessingParameterDefinition) -> str:
    """Return what a parameter takes."""
    if isinstance(parameter, QgsProcessingParameterEnum):
        return ", ".join(f"`{option}`" for option in parameter.options())
    return parameter.type()


def default(parameter: QgsProcessingParameterDefinition) -> str:
    """Return a parameter's default."""
    value = parameter.defaultValue()
    if parameter.name() == "WORKERS":
        return "number of processors"
    if isinstance(parameter, QgsProcessingDestinationParameter) or value is None or value == "":
        return ""
    return f"{value:g}" if isinstance(value, float) else f"{value}"


def row(parameter: QgsProcessingParameterDefinition) -> str:
    """Return a parameter as a row of a table."""
    flags = parameter.flags()
    optional = bool(flags & QgsProcessingParameterDefinition.Flag.FlagOptional) or default(parameter) != ""
    name = f"`{parameter.name()}`" if optional or parameter.name() == "WORKERS" else f"**`{parameter.name()}`**"
    star = " *" if flags & QgsProcessingParameterDefinition.Flag.FlagAdvanced else ""
    cells = (name + star, parameter.description(), kind(parameter), default(parameter), parameter.help())
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def prose(text: str) -> str:
    """Return text with its paragraphs wrapped."""
    return "\n".join(
        textwrap.fill(line, WIDTH, break_long_words=False, break_on_hyphens=False) for line in text.split("\n")
    )


def section(algorithm: QgsProcessingAlgorithm) -> str:
    """Return an algorithm's text and tables."""
    is_model = isinstance(algorithm, QgsProcessingModelAlgorithm)
    text = algorithm.helpContent()["ALG_DESC"] if is_model else algorithm.shortHelpString().strip()
    # The anchor is what the Help button of a dialog leads to, in every language.
    lines = [
        f'<a id="{algorithm.name()}"></a>',
        "",
        f"### {algorithm.displayName()} (`{algorithm.name()}`)",
        "",
        prose(text),
        "",
    ]
    if (TARGET.parent / "images" / "dialogs" / f"{algorithm.name()}.png").is_file():
        lines += [f"![Dialog of {algorithm.name()}](images/dialogs/{algorithm.name()}.png)", ""]
    parameters = algorithm.parameterDefinitions()
    if parameters:
        lines += ["| parameter | name | takes | default | meaning |", "|---|---|---|---|---|"]
        lines += [row(parameter) for parameter in parameters]
    shown = {parameter.name() for parameter in parameters}
    numbers = [output for output in algorithm.outputDefinitions() if output.name() not in shown]
    if numbers:
        named = "; ".join(f"`{one.name()}` ({one.description()})" for one in numbers)
        lines += ["", prose(f"Further outputs: {named}.")]
    return "\n".join(lines)


def reference(provider: object) -> str:
    """Return the whole page."""
    groups: dict[str, list[QgsProcessingAlgorithm]] = {}
    for algorithm in provider.algorithms():
        groups.setdefault(algorithm.group(), []).append(algorithm)
    parts = [HEADER]
    for title in sorted(groups):
        parts.append(f"## {title}\n")
        parts += [section(algorithm) + "\n" for algorithm in sorted(groups[title], key=lambda one: one.displayName())]
    return "\n".join(parts)


def main() -> None:
    """Write the page."""
    application = QgsApplication([], False)
    application.initQgis()
    from checkout import import_groundswell

    import_groundswell()
    from groundswell.processing.provider import GroundswellProvider

    provider = GroundswellProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    provider.refreshAlgorithms()  # the models' steps are known only now
    TARGET.write_text(reference(provider), encoding="utf-8")


if __name__ == "__main__":
    main()
