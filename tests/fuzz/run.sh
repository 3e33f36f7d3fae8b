#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the fuzzers and lets each run for a while, from the seeds in tests/data; what they learn stays in build/fuzz.
# A finding stops it, with the input beside the log: add it to tests/data, where the replay tests keep it.
#
#   tests/fuzz/run.sh [SECONDS [NAME…]]     default: 600 seconds each of csv, sniffers, json, workbook
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:-600}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- csv sniffers json workbook
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz --target fuzzers
for name in "$@"; do
    case $name in
    csv | sniffers) seeds="tests/data/csv/must-pass tests/data/csv/must-fail tests/data/fuzz/sniffers" ;;
    *) seeds="tests/data/fuzz/$name" ;;
    esac
    work=build/fuzz/$name
    mkdir -p "$work/learned"
    # shellcheck disable=SC2086 # folders without blanks
    build/fuzz/tests/fuzz/fuzz_"$name" -max_total_time="$seconds" -max_len=4096 -timeout=20 -rss_limit_mb=4096 \
        -artifact_prefix="$work/" -print_final_stats=1 "$work/learned" $seeds 2>"$work/log" ||
        { tail -n 30 "$work/log" >&2; echo "fuzz: $name found something, see $work" >&2; exit 1; }
    echo "fuzz: $name, $(grep number_of_executed_units "$work/log" | tr -dc 0-9) inputs in $seconds s, nothing found"
done
