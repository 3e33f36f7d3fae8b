# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the time per row stays the same as rows grow: 1, 10 and 50 million rows (0.24, 2.4 and 11.8 GB). The note
gives the time of a million rows; the mark is a difference of at most 20 %."""
from bench import Case

ROWS = 101_766  # of one copy


def cases(bench):
    found = []
    for copies in (10, 98, 491):
        rows = copies * ROWS
        found.append(Case(f"mangrove profile, {rows / 1e6:.1f} M rows",
                          [bench.mangrove, "profile", bench.big_file(copies), "--json"], ours=copies == 98,
                          rounds=1 if copies == 491 else 0, per=rows / 1e6, unit="M rows"))
    return found
