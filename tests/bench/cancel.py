#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a cancelled command still runs: stops it (SIGINT) at moments spread over its whole time and prints the
slowest. The mark is 100 ms.

    tests/bench/cancel.py [--times N] COMMAND…"""
import argparse
import signal
import statistics
import subprocess
import sys
import time

CANCELLED = 8  # app/cli/README.md


def run(command, after=None):
    """Seconds the command took, and seconds since the signal where one was sent in time."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if after is None:
        process.wait()
        return time.monotonic() - start, None
    time.sleep(after)
    if process.poll() is not None:
        return time.monotonic() - start, None
    sent = time.monotonic()
    process.send_signal(signal.SIGINT)
    code = process.wait()
    latency = time.monotonic() - sent
    if code not in (0, CANCELLED):
        sys.exit(f"cancel: the command ended with {code} and not with {CANCELLED} (cancelled)")
    return time.monotonic() - start, latency


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=40)
    parser.add_argument("command", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    whole, _ = run(options.command)
    waits = []
    for i in range(options.times):
        moment = whole * (i + 0.5) / options.times
        _, latency = run(options.command, moment)
        if latency is not None:
            waits.append((latency, moment))
    waits.sort()
    print(f"{len(waits)} runs of {whole:.2f} s stopped: median {1000 * statistics.median(w for w, _ in waits):.0f} ms, "
          f"slowest {1000 * waits[-1][0]:.0f} ms (stopped after {waits[-1][1]:.2f} s)")


if __name__ == "__main__":
    main()
