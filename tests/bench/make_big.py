# SPDX-License-Identifier: GPL-3.0-or-later
"""Repeats the UCI Diabetes-130 table (101,766 rows, 50 columns): new ids, a time stamp, an amount (2 % missing) and a
hospital name (0.1 % quoted, with a comma and doubled quotes) in each row. Seeded, so the same file everywhere: 52
copies are 1,246,835,843 bytes."""
import datetime
import io
import random
import zipfile

HOSPITALS = ["海口市人民医院", "三亚中心医院", "儋州市人民医院", "琼海市人民医院",
             "文昌市人民医院", "万宁市人民医院", "五指山市人民医院", "东方市人民医院"]


def make(archive, target, copies):
    with zipfile.ZipFile(archive) as zipped:
        name = next(name for name in zipped.namelist() if name.endswith("diabetic_data.csv"))
        text = io.TextIOWrapper(zipped.open(name), encoding="ascii").read()
    lines = text.split("\n")
    rows = [line.split(",", 2) for line in lines[1:] if line]
    chance = random.Random(20260917)
    start = datetime.datetime(2019, 1, 1)
    part = target.with_suffix(".part")
    with open(part, "w", encoding="utf8", newline="") as out:
        out.write(lines[0] + ",visit_ts,fee_sum,org_name\n")
        number = 2_000_000
        for copy in range(copies):
            written = []
            for _, patient, rest in rows:
                number += 1
                x = chance.random()
                visit = start + datetime.timedelta(seconds=int(x * 1.8e8))
                fee = "" if x < 0.02 else f"{chance.lognormvariate(7, 1):.2f}"
                hospital = HOSPITALS[int(x * 8)]
                if x > 0.999:
                    hospital = f'"{hospital}, 分院 ""{(number - 2_000_000) % 7}"""'
                written.append(f"{number},{int(patient) * 3 + copy % 5},{rest},{visit:%Y-%m-%d %H:%M:%S},{fee},{hospital}")
            out.write("\n".join(written) + "\n")
    part.rename(target)
