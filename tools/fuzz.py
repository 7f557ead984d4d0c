"""Damaged files of every kind into everything that reads files; ends with counts. Run by ``make fuzz``.

Usage: fuzz.py [--cases 3000] [--first 0] [--workers 2] [--seed 0] [--only PART_OF_A_NAME]

A case is a target, a seed and so a damage; a run in pieces (--first 0, 750, ...) has the cases of the whole run. It is
run in a process of its own kind that may use 2 GB more than it had, and 60 seconds. It counts as

- finished: a result was written (what was put right is a warning of the run),
- refused: a sentence for the user,
- traceback: any other error,
- memory: MemoryError,
- hang: no answer in time,
- crash: the process ended.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import traceback
import warnings
from collections import Counter
from pathlib import Path
from typing import Any, TextIO

ROOT = Path(__file__).resolve().parents[1]
SECONDS = 60
"""A whole file takes less than one; a shared machine may be ten times as slow."""
MOST_BYTES = 2 * 2**30
"""More address space than that is no use for files of half a megabyte."""
BAD = ("traceback", "memory", "hang", "crash")


def main() -> int:
    """Run the cases; return how many ended badly."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=3000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", default="")
    parser.add_argument("--work", default="", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.work:
        return _work(Path(chosen.work))
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        return _lead(chosen, Path(folder))


def _lead(chosen: argparse.Namespace, folder: Path) -> int:
    _prepare()
    from fuzz.targets import all_targets

    started = time.time()
    names = [name for name in all_targets(folder / "whole") if chosen.only in name]
    numbers = range(chosen.first, chosen.first + chosen.cases)
    jobs = [(names[number % len(names)], chosen.seed + number) for number in numbers]
    jobs.reverse()
    results: list[dict[str, Any]] = []
    threads = [threading.Thread(target=_feed, args=(jobs, results, folder, k)) for k in range(chosen.workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    counts = Counter(str(result["outcome"]) for result in results)
    bad = [result for result in results if result["outcome"] in BAD]
    for result in sorted(bad, key=lambda one: (str(one["where"]), one["target"])):
        print(f"{result['outcome']}: {result['target']}, seed {result['seed']}, {result['done']}: {result['where']}")
    listed = ", ".join(f"{counts[name]} {name}" for name in ("finished", "refused", *BAD))
    print(f"{len(results)} cases of {len(names)} targets in {time.time() - started:.0f} s: {listed}")
    return min(len(bad), 100)


def _feed(jobs: list[tuple[str, int]], results: list[dict[str, Any]], folder: Path, number: int) -> None:
    worker: subprocess.Popen[str] | None = None
    while True:
        try:
            name, seed = jobs.pop()
        except IndexError:
            break
        if worker is None or worker.poll() is not None:
            worker = _started(folder)
        place = folder / f"case-{number}"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        line = json.dumps({"target": name, "seed": seed, "folder": str(place)})
        answer = _answer(worker, line)
        if answer is None:
            outcome = "hang" if worker.poll() is None else "crash"
            worker.kill()
            answer = {"target": name, "seed": seed, "outcome": outcome, "where": "", "done": ""}
            worker = None
        results.append(answer)
        if len(results) % 100 == 0:
            print(f"{len(results)} cases", flush=True)
    if worker is not None and worker.stdin is not None:
        worker.stdin.close()
        worker.wait(10)


def _started(folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, __file__, "--work", str(folder)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def _answer(worker: subprocess.Popen[str], line: str) -> dict[str, Any] | None:
    """Return what a worker says of a case, None where it does not answer in time."""
    assert worker.stdin is not None
    assert worker.stdout is not None
    found: list[str] = []

    def ask(stdin: TextIO, stdout: TextIO) -> None:
        try:
            stdin.write(line + "\n")
            stdin.flush()
            found.append(stdout.readline())
        except (OSError, ValueError):
            pass

    # A worker's first answer waits for its imports and its whole files.
    thread = threading.Thread(target=ask, args=(worker.stdin, worker.stdout), daemon=True)
    thread.start()
    thread.join(SECONDS)
    if not found or not found[0]:
        worker.poll()
        time.sleep(0.2)
        return None
    answer: dict[str, Any] = json.loads(found[0])
    return answer


def _prepare() -> None:
    """Make the package and the makers of files importable, as the tests do."""
    sys.path.insert(0, str(ROOT / "tests"))
    sys.path.insert(0, str(ROOT / "tests" / "made"))
    specification = importlib.util.spec_from_file_location("fuzz_conftest", ROOT / "tests" / "conftest.py")
    assert specification is not None
    assert specification.loader is not None
    specification.loader.exec_module(importlib.util.module_from_spec(specification))


def _work(folder: Path) -> int:
    """Answer cases from the standard input until it ends."""
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what libraries print is no answer
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    warnings.simplefilter("ignore")
    _prepare()
    from fuzz.case import run_case
    from fuzz.targets import all_targets

    targets = all_targets(folder / f"whole-{os.getpid()}")
    resource.setrlimit(resource.RLIMIT_AS, (_in_use() + MOST_BYTES, resource.RLIM_INFINITY))
    for line in sys.stdin:
        case = json.loads(line)
        try:
            answer = run_case(targets[case["target"]], case["seed"], Path(case["folder"]))
        except BaseException:
            answer = {"outcome": "traceback", "where": traceback.format_exc(limit=-2), "done": "the damage itself"}
        answers.write(json.dumps({**answer, "target": case["target"], "seed": case["seed"]}) + "\n")
        answers.flush()
    return 0


def _in_use() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    return pages * resource.getpagesize()


if __name__ == "__main__":
    sys.exit(main())
