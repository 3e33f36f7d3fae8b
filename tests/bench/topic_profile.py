# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole profile of one big CSV file against what others need to count its rows, or to summarise it."""
import pathlib

from bench import Case

DUCKDB = pathlib.Path(__file__).with_name("duckdb.mjs")


def cases(bench):
    file = bench.big_file()
    mangrove = bench.mangrove
    found = [Case("mangrove profile, 2 threads", [mangrove, "profile", file, "--json", "--threads", "2"], ours=True),
             Case("mangrove profile, 1 thread", [mangrove, "profile", file, "--json", "--threads", "1"]),
             Case("mangrove profile --head (first screen)", [mangrove, "profile", file, "--json", "--head"]),
             Case("wc -l", ["wc", "-l", file]),
             Case("openssl sha256", ["openssl", "dgst", "-sha256", file])]
    peers = bench.duckdb()
    if peers is not None:
        def duckdb(name, query, threads, rounds=0):
            found.append(Case(f"DuckDB {name}, {threads} thread{'s' if threads > 1 else ''}",
                              ["node", DUCKDB, peers, str(threads), query], rounds=rounds))
        text = f"SUMMARIZE SELECT * FROM read_csv('{file}', all_varchar=true)"
        typed = f"SUMMARIZE SELECT * FROM read_csv('{file}', sample_size=-1)"
        count = f"SELECT count(*) FROM read_csv('{file}', all_varchar=true)"
        duckdb("count(*)", count, 2)
        duckdb("count(*)", count, 1)
        duckdb("SUMMARIZE all_varchar", text, 2)
        duckdb("SUMMARIZE typed", typed, 2)
        duckdb("SUMMARIZE typed", typed, 1, rounds=1)
    miller = bench.debian_tool("mlr", "miller")
    if miller:
        found.append(Case("Miller count", [miller, "--icsv", "--ojson", "count", file], rounds=1))
    sqlite = bench.debian_tool("sqlite3", "sqlite3")
    if sqlite:
        script = ("PRAGMA journal_mode=OFF;", "PRAGMA synchronous=OFF;", f".import --csv '{file}' t",
                  "SELECT count(*) FROM t;")
        found.append(Case("sqlite3 .import and count",
                          ["sh", "-c", 'rm -f "$0"; "$@"; status=$?; rm -f "$0"; exit $status',
                           bench.work / "import.db", sqlite, bench.work / "import.db", *script], rounds=1))
    return found
