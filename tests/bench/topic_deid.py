# SPDX-License-Identifier: GPL-3.0-or-later
"""De-identification: full-domain search on Adult (ARX's figures are in BENCHMARKS.md), the same table of 10 million
rows, and the writing of a release of 1.25 GB against copying and parsing the file."""
import json
import random

from bench import Case, note

COLUMNS = ["sex", "age", "race", "marital-status", "education", "native-country", "workclass", "occupation",
           "salary-class"]


def adult_recipe(bench, name, limit, **rest):
    folder = bench.shared("data/adult")
    attributes = [{"column": column, "role": "quasi", "hierarchy": str(folder / f"adult_hierarchy_{column}.csv")}
                  for column in COLUMNS]
    return recipe(bench, name, {"recipe": 1, "attributes": attributes, "models": [{"type": "k-anonymity", "k": 5}],
                                "suppressionLimit": limit, **rest})


def recipe(bench, name, content):
    target = bench.work / f"recipe-{name}.json"
    target.write_text(json.dumps(content), encoding="utf8")
    return target


def many_adults(bench, rows):
    """Rows of Adult drawn again and again, with a fifth of the cells of each column drawn anew, so that combinations
    grow with the rows as in real tables. Always the same ones."""
    target = bench.work / f"adult-{rows}.csv"
    if target.exists():
        return target
    note(f"making {target}")
    with open(bench.shared("data/adult/adult.csv"), encoding="utf8") as source:
        header, *lines = source.read().splitlines()
    columns = list(zip(*(line.split(";") for line in lines)))
    draw = random.Random(5)
    part = target.with_suffix(".part")
    with open(part, "w", encoding="utf8") as out:
        out.write(header + "\n")
        for begin in range(0, rows, 100_000):
            count = min(100_000, rows - begin)
            picked = draw.choices(range(len(lines)), k=count)
            made = []
            for column in columns:
                cells = [column[i] for i in picked]
                anew = draw.choices(range(count), k=count // 5)
                for at, cell in zip(anew, draw.choices(column, k=len(anew))):
                    cells[at] = cell
                made.append(cells)
            out.writelines(";".join(row) + "\n" for row in zip(*made))
    part.rename(target)
    return target


def release_recipe(bench, file):
    """What an officer would do with the big file: two keyed pseudonyms, three generalised columns, the rest kept."""
    with open(file, encoding="utf8") as source:
        columns = source.readline().strip().split(",")
    special = {"encounter_id": {"role": "direct", "transform": {"type": "pseudonym", "domain": "encounter"}},
               "patient_nbr": {"role": "direct", "transform": {"type": "pseudonym", "domain": "patient"}},
               "race": {"role": "quasi", "hierarchy": "builtin:keep-or-suppress", "unmatched": "suppress"},
               "gender": {"role": "quasi", "hierarchy": "builtin:keep-or-suppress", "unmatched": "suppress"},
               "age": {"role": "quasi", "hierarchy": "builtin:interval", "unmatched": "suppress"}}
    attributes = [{"column": column, **special.get(column, {"role": "insensitive"})} for column in columns]
    return recipe(bench, "release", {"recipe": 1, "attributes": attributes,
                                     "models": [{"type": "k-anonymity", "k": 6}], "suppressionLimit": 0.01})


def search_ms(output):
    times = json.loads(output)["ms"]
    return ", ".join(f"{name} {value:.0f} ms" for name, value in times.items())


def cases(bench):
    adult = bench.shared("data/adult/adult.csv")
    found = []

    def search(name, file, path, threads, **more):
        found.append(Case(f"search, {name}, {threads} thread{'s' if threads > 1 else ''}",
                          [bench.mangrove, "deid", "search", file, "--recipe", path, "--json", "--threads",
                           str(threads)], figure=search_ms, **more))

    for percent, limit in ((0, 0), (5, 0.05), (100, 1)):
        path = adult_recipe(bench, f"adult-{percent}", limit)
        for threads in (1, 2):
            search(f"Adult, {percent} %", adult, path, threads, ours=percent == 5 and threads == 2)
    search("Adult, 100 %, KL", adult, adult_recipe(bench, "adult-kl", 1, measure={"type": "kl-divergence"}), 2)
    for rows in (1_000_000, 10_000_000, 50_000_000):
        file = many_adults(bench, rows)
        for threads in (1, 2) if rows == 10_000_000 else (2,):
            search(f"{rows // 1_000_000} M rows, 5 %", file, adult_recipe(bench, "adult-5", 0.05), threads,
                   rounds=1 if rows > 10_000_000 else 3)
    big = bench.big_file()
    key = bench.work / "key"
    key.write_bytes(bytes(range(32)))
    out = bench.work / "release.csv"
    found.append(Case("apply to the big file",
                      ["sh", "-c", 'rm -f "$0"; "$@" --out "$0"', out, bench.mangrove, "deid", "apply", big, "--recipe",
                       release_recipe(bench, big), "--key-file", key], rounds=3))
    found.append(Case("cat through a pipe, then profile", ["sh", "-c", 'cat "$1" | cat >"$0"; "$2" profile "$1" --json',
                                                           out, big, bench.mangrove], rounds=3,
                      note="apply may take twice as long"))
    return found
