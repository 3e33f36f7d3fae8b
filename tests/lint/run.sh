#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh [format|tidy]: clang-format 14 over all sources; clang-tidy 14 over those whose check is not remembered.
# A file's verdict is remembered under its own bytes, the headers it includes and .clang-tidy, so that a second run
# looks only at what changed. The memory lies in $XDG_CACHE_HOME/mangrove-tidy and can be deleted at any time.
set -eu
cd "$(dirname "$0")/../.."

sources() {
    git ls-files --cached --others --exclude-standard "$@" | while read -r file; do
        if [ -f "$file" ]; then echo "$file"; fi
    done
}

check_format() {
    sources 'app/*.cpp' 'app/*.h' 'core/*.cpp' 'core/*.h' 'ui/*.cpp' 'ui/*.h' 'tests/*.cpp' 'tests/*.h' |
        xargs clang-format-14 --dry-run --Werror
    echo "clang-format: clean"
}

# tidy_one FILE: the dependency list comes from the compiler, with the flags of compile_commands.json.
check_tidy() {
    build=build/dev
    [ -f "$build/compile_commands.json" ] || cmake --preset dev >/dev/null
    unity=build/tidy # configured only, never built
    cmake --preset dev -B "$unity" -DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=10 >/dev/null
    memory="${XDG_CACHE_HOME:-$HOME/.cache}/mangrove-tidy"
    mkdir -p "$memory"
    ninja -C "$build" -t deps >"$build/tidy-deps.txt" 2>/dev/null || : >"$build/tidy-deps.txt"
    sources 'app/*.cpp' 'core/*.cpp' 'ui/*.cpp' | python3 tests/lint/tidy.py "$build" "$unity" "$memory"
}

case "${1:-all}" in
format) check_format ;;
tidy) check_tidy ;;
all) check_format && check_tidy ;;
*) echo "usage: run.sh [format|tidy]" >&2; exit 2 ;;
esac
