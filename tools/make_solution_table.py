"""Make the shipped table of GRACE solutions from lists of their days: make_solution_table.py CSR=file.csv JPL=file.csv.

The lists have the columns grace_month, start_date, end_date_inclusive and unused_days (dates with semicolons), as
taken from the names and headers of the centres' Level-2 files.
"""

from __future__ import annotations

import csv
import sys
from datetime import date, timedelta
from pathlib import Path

TABLE = Path(__file__).resolve().parents[1] / "core" / "grace" / "data" / "solutions.csv"
HEADER = """\
# Days of the monthly RL06 solutions by the processing centres' Level-2 file names and headers (NASA open data).
# start and end: first and last day; unused: days between them that the solution left out, as dates and ranges.
"""


def ranges(days: list[date]) -> str:
    """Return sorted dates with neighbouring ones joined: ``2019-02-08/2019-02-20``."""
    runs: list[list[date]] = []
    for day in days:
        if runs and day - runs[-1][-1] == timedelta(days=1):
            runs[-1].append(day)
        else:
            runs.append([day])
    return " ".join(str(run[0]) if len(run) == 1 else f"{run[0]}/{run[-1]}" for run in runs)


def main(arguments: list[str]) -> int:
    """Write the table."""
    lines = ["centre,grace_month,start,end,unused"]
    for argument in arguments:
        centre, _, name = argument.partition("=")
        with Path(name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                unused = sorted(date.fromisoformat(day) for day in row["unused_days"].split(";") if day)
                lines.append(
                    f"{centre},{row['grace_month']},{row['start_date']},{row['end_date_inclusive']},{ranges(unused)}"
                )
    TABLE.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{TABLE}: {len(lines) - 1} solutions")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
