# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the time per row stays the same as rows grow: a tenth, the whole, and twice the big file."""
from bench import Case


def cases(bench):
    copies = bench.options.copies
    return [Case(f"mangrove profile, {count} copies ({count * 101_766:,} rows)",
                 [bench.mangrove, "profile", bench.big_file(count), "--json"], ours=count == copies,
                 note="compare the ratio with the number of rows")
            for count in (max(1, copies // 5), copies, copies * 2)]
