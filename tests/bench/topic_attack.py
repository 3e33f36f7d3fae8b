# SPDX-License-Identifier: GPL-3.0-or-later
"""What a release gives away and what it is good for: attacks beside anonymeter's (PyPI) on the same three files, then
both reports on a release of Adult and on a million rows. The notes give attack rates / those of the control group."""
import json
import random

from bench import HERE, Case
from topic_deid import adult_recipe, many_adults

ATTACKS = 500
KNOWN = "sex,age,race,marital-status,education,native-country,workclass,occupation"


def noisy_adult(bench):
    """20,000 records, the same with a tenth of the cells of each column drawn anew, and 10,162 other people."""
    files = [bench.work / f"attacked-{name}.csv" for name in ("original", "released", "control")]
    header, *rows = bench.shared("data/adult/adult.csv").read_text(encoding="utf8").splitlines()
    draw = random.Random(9)
    draw.shuffle(rows)
    original, control = rows[:20_000], rows[20_000:]
    columns = [list(column) for column in zip(*(row.split(";") for row in original))]
    for cells in columns:
        for at, cell in zip(draw.sample(range(len(cells)), len(cells) // 10), draw.choices(cells, k=len(cells) // 10)):
            cells[at] = cell
    released = [";".join(row) for row in zip(*columns)]
    for file, lines in zip(files, (original, released, control)):
        file.write_text("\n".join([header, *lines]) + "\n", encoding="utf8")
    return files


def rates(output):
    said = json.loads(output)
    found = (("singling out", said["singlingOut"]["multivariate"]), ("linkability", said["linkability"]),
             ("inference", said["inference"][0]))
    return "; ".join(f"{name} {attack['attack']['rate']:.3f} / {attack['control']['rate']:.3f}"
                     for name, attack in found)


def cases(bench):
    original, released, control = noisy_adult(bench)
    found = [Case("deid attack, 20,000 rows, 500 attacks of each kind",
                  [bench.mangrove, "deid", "attack", original, released, "--control", control, "--known", KNOWN,
                   "--secret", "salary-class", "--first", "sex,age,race", "--second", "education,workclass,occupation",
                   "--attacks", ATTACKS, "--json"], ours=True, figure=rates)]
    python = bench.python_with("anonymeter")
    if python:
        found.append(Case("anonymeter, the same", [python, HERE / "anonymeter_peer.py", original, released, control,
                                                   ATTACKS], rounds=1,
                          figure=lambda output: output.decode().strip()))
    recipe = adult_recipe(bench, "adult-5", 0.05)
    for file, name in ((bench.shared("data/adult/adult.csv"), "Adult"), (many_adults(bench, 1_000_000), "1 M rows")):
        out = bench.work / f"released-{name.replace(' ', '-')}.csv"
        out.unlink(missing_ok=True)
        bench.prepare([bench.mangrove, "deid", "apply", file, "--recipe", recipe, "--out", out])
        for report in ("attack", "utility"):
            found.append(Case(f"deid {report}, {name}, k = 5", [bench.mangrove, "deid", report, file, out, "--recipe",
                                                                recipe, "--json"], rounds=3))
    return found
