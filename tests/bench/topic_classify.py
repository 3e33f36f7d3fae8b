# SPDX-License-Identifier: GPL-3.0-or-later
"""Detection of identifiers on one thread: 20 million distinct values with all kinds on (mark 3 M a second) and 32 MB of
Chinese notes (mark 20 MB a second). No peer does the same; the figures of the program itself are noted."""
import subprocess

from bench import Case, ROOT, note


def said(output):
    return " | ".join(line.strip() for line in output.decode().splitlines() if line.strip())


def cases(bench):
    note("building classify_bench")
    subprocess.run(["cmake", "--build", "--preset", "release", "--target", "classify_bench"], cwd=ROOT, check=True,
                   stdout=subprocess.DEVNULL)
    program = ROOT / "build/release/tests/bench/classify/classify_bench"
    return [Case("classify_bench 20 32", [program, "20", "32"], ours=True, rounds=1, figure=said)]
