#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the topics of this folder. A topic is a module topic_NAME.py with one function

    def cases(bench) -> list[Case]

A case is a command that is timed. All cases of a topic are run in turn, several rounds, each run once the machine is
idle (or after a bounded wait, which the table then says); the median counts."""
import argparse
import dataclasses
import importlib
import json
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import typing

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent


@dataclasses.dataclass
class Case:
    """All cases of a topic are compared with the first that is `ours`; `rounds` = 1 for very slow peers."""
    name: str
    command: list
    ours: bool = False
    rounds: int = 0
    environment: dict = dataclasses.field(default_factory=dict)
    note: str = ""
    per: float = 0  # how many `unit` the case handles: their time each is noted
    unit: str = ""
    figure: typing.Callable = None  # what to note of its output
    runs: list = dataclasses.field(default_factory=list)
    failure: str = ""
    said: str = ""


class Bench:
    def __init__(self, options):
        self.options = options
        self.work = pathlib.Path(options.work).resolve()
        self.work.mkdir(parents=True, exist_ok=True)
        self.mangrove = ROOT / "build/release/app/cli/mangrove"
        self.busy_runs = 0

    # -- what topics ask for -------------------------------------------------------------------------------------

    def shared(self, name):
        for folder in (os.environ.get("MANGROVE_SHARED_DIR"), ROOT.parent / "shared"):
            if folder and (pathlib.Path(folder) / name).exists():
                return pathlib.Path(folder) / name
        sys.exit(f"bench: {name} is neither in ../shared nor in $MANGROVE_SHARED_DIR")

    def big_file(self, copies=None):
        """The Diabetes-130 table, perturbed and repeated, with a time stamp, an amount and a hospital name added."""
        copies = copies or self.options.copies
        target = self.work / f"big-{copies}.csv"
        if not target.exists():
            import make_big
            note(f"making {target}")
            make_big.make(self.shared("data/diabetes130/dataset_diabetes.zip"), target, copies)
        return target

    def duckdb(self):
        """Folder with the npm package, or None where npm cannot give it."""
        folder = self.work / "peers"
        if not (folder / "node_modules/@duckdb/node-api").exists():
            if shutil.which("npm") is None:
                return None
            folder.mkdir(exist_ok=True)
            note("installing DuckDB from npm")
            done = subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--silent", "--prefix", folder,
                                   "@duckdb/node-api@1.5.6-r.1"], check=False)
            if done.returncode != 0:
                return None
        return folder

    def debian_tool(self, tool, package):
        """Path of a tool; installed from the distribution where it is missing and this is root."""
        if shutil.which(tool) is None and os.geteuid() == 0:
            note(f"installing {package}")
            subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", package], check=False,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return shutil.which(tool)

    def python_with(self, package):
        """A Python that has the package of PyPI, or None where pip cannot give it."""
        python = self.work / "peers/python/bin/python"
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", python.parent.parent], check=False)
        def works(*command):
            return python.exists() and subprocess.run([python, *command], check=False,
                                                      stderr=subprocess.DEVNULL).returncode == 0
        if works("-c", f"import {package}"):
            return python
        note(f"installing {package} from PyPI")
        return python if works("-m", "pip", "install", "-q", package) else None

    def prepare(self, command):
        """Makes what a case needs; its time does not count."""
        subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL)

    # -- measuring -----------------------------------------------------------------------------------------------

    def wait_for_idle(self):
        """Until the processors were at most 12 % busy over a second; says whether they were in the end."""
        deadline = time.monotonic() + self.options.idle_wait
        while True:
            if busy_share(1.0) <= 0.12:
                return True
            if time.monotonic() > deadline:
                return False

    def run(self, case):
        idle = self.wait_for_idle()
        self.busy_runs += not idle
        start = time.monotonic()
        # To a file, as a pipe could be full while nobody reads it.
        output = tempfile.TemporaryFile(dir=self.work)
        process = subprocess.Popen([str(part) for part in case.command],
                                   stdout=output if case.figure else subprocess.DEVNULL, stderr=subprocess.PIPE,
                                   env={**os.environ, **case.environment})
        error = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            case.failure = error.decode(errors="replace").strip().splitlines()[-1:] or ["failed"]
            return
        if case.figure:
            output.seek(0)
            case.said = case.figure(output.read())
        case.runs.append({"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "user": usage.ru_utime,
                          "peakMB": usage.ru_maxrss / 1024, "idle": idle})

    def measure(self, cases):
        for round_number in range(self.options.rounds):
            for case in cases:
                if not case.failure and (case.rounds == 0 or round_number < case.rounds):
                    note(f"round {round_number + 1}: {case.name}")
                    self.run(case)


def busy_share(seconds):
    def sample():
        with open("/proc/stat", encoding="ascii") as stat:
            ticks = [int(word) for word in stat.readline().split()[1:]]
        return sum(ticks), ticks[3] + ticks[4]
    total, idle = sample()
    time.sleep(seconds)
    total_now, idle_now = sample()
    return 1 - (idle_now - idle) / max(1, total_now - total)


def note(text):
    print(f"bench: {text}", file=sys.stderr, flush=True)


def machine():
    model = "unknown processor"
    with open("/proc/cpuinfo", encoding="utf8") as info:
        for line in info:
            if line.startswith("model name"):
                model = line.split(":", 1)[1].strip()
                break
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} x {model}, {memory:.0f} GiB, {platform.system()} {platform.release()}"


def summary(case):
    median = {key: statistics.median(run[key] for run in case.runs) for key in ("wall", "cpu", "user", "peakMB")}
    median["min"] = min(run["wall"] for run in case.runs)
    median["max"] = max(run["wall"] for run in case.runs)
    median["runs"] = len(case.runs)
    median["idle"] = sum(run["idle"] for run in case.runs)
    return median


def print_table(topic, cases):
    ours = next((case for case in cases if case.ours and case.runs), None)
    ours_wall = summary(ours)["wall"] if ours else None
    header = ["case", "wall s", "min-max", "CPU s", "peak MB", "ratio", "runs", "note"]
    rows = []
    for case in cases:
        if not case.runs:
            rows.append([case.name, "-", "-", "-", "-", "-", "0", f"did not run: {' '.join(case.failure)}"])
            continue
        facts = summary(case)
        ratio = "1" if case is ours else f"{facts['wall'] / ours_wall:.2f}" if ours_wall else "-"
        each = f"{1000 * facts['wall'] / case.per:.0f} ms a {case.unit}" if case.per else ""
        quiet = "" if facts["idle"] == facts["runs"] else f"{facts['runs'] - facts['idle']} on a busy machine"
        rows.append([case.name, f"{facts['wall']:.2f}", f"{facts['min']:.2f}-{facts['max']:.2f}",
                     f"{facts['cpu']:.2f}", f"{facts['peakMB']:.0f}", ratio, str(facts["runs"]),
                     "; ".join(part for part in (case.note, each, case.said, quiet) if part)])
    widths = [max(len(row[i]) for row in [header] + rows) for i in range(len(header))]
    print(f"\n{topic}: ratio = wall of the case / wall of '{ours.name if ours else '-'}'")
    for row in [header] + rows:
        print("  ".join(cell.ljust(width) if i in (0, 7) else cell.rjust(width)
                        for i, (cell, width) in enumerate(zip(row, widths))).rstrip())


def main():
    topics = sorted(path.stem[len("topic_"):] for path in HERE.glob("topic_*.py"))
    parser = argparse.ArgumentParser(description="Ours and the peers side by side")
    parser.add_argument("--topic", action="append", choices=topics, help="default: all")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--copies", type=int, default=52, help="size of the big file: 52 = 1.25 GB")
    parser.add_argument("--work", default=os.environ.get("MANGROVE_BENCH_DIR", ROOT / "build/bench"))
    parser.add_argument("--idle-wait", type=float, default=60, help="seconds to wait for an idle machine, each run")
    parser.add_argument("--json", action="store_true")
    bench = Bench(parser.parse_args())
    sys.path.insert(0, str(HERE))
    sys.modules["bench"] = sys.modules["__main__"]
    result = {"machine": machine(), "rounds": bench.options.rounds, "topics": {}}
    if not bench.options.json:
        print(result["machine"])
    for topic in bench.options.topic or topics:
        cases = importlib.import_module("topic_" + topic).cases(bench)
        bench.measure(cases)
        result["topics"][topic] = [{"name": case.name, "ours": case.ours, "note": case.note,
                                    "said": case.said,
                                    **(summary(case) if case.runs else {"failure": case.failure})} for case in cases]
        if not bench.options.json:
            print_table(topic, cases)
    if bench.options.json:
        print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
