#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Ours and the peers side by side in one run: builds the release preset, makes the big file, installs the peers into a
# folder of its own (DuckDB from npm, anonymeter from PyPI, Miller and sqlite3 from the distribution), and prints one table a topic.
#
#   tests/bench/run.sh [--topic NAME]… [--rounds N] [--copies N] [--work DIR] [--json]
#
# --work (default: $MANGROVE_BENCH_DIR, else build/bench) holds the big file (1.25 GB with the default 52 copies) and
# the peers; both are made once. The Diabetes-130 archive is taken from ../shared/data or $MANGROVE_SHARED_DIR.
set -eu
cd "$(dirname "$0")/../.."
cmake --preset release -DMANGROVE_GUI=OFF >/dev/null
cmake --build --preset release --target mangrove >/dev/null
exec python3 tests/bench/bench.py "$@"
