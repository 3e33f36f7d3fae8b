#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""tidy.py BUILD MEMORY < files: runs clang-tidy 14 on each file not yet known to be clean in this form.

The key of a verdict is SHA-256 over .clang-tidy, the file and every project header that ninja's dependency log names
for it. Exits 1 when a file has findings.
"""
import concurrent.futures
import hashlib
import json
import os
import subprocess
import sys


def dependencies(build, root):
    """object's source file -> its project headers, from `ninja -t deps`."""
    result, current = {}, []
    with open(os.path.join(build, "tidy-deps.txt"), encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if line.startswith("    "):
                path = os.path.realpath(os.path.join(build, line.strip()))
                if path.startswith(root + os.sep):
                    current.append(path)
            else:
                if current:
                    result[current[0]] = current
                current = []
    if current:
        result[current[0]] = current
    return result


def main():
    build, memory = sys.argv[1:3]
    root = os.path.realpath(".")
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as commands:
        compiled = {os.path.realpath(entry["file"]) for entry in json.load(commands)}
    known = dependencies(build, root)
    config = open(".clang-tidy", "rb").read()
    todo = []
    for name in (line.strip() for line in sys.stdin):
        path = os.path.realpath(name)
        if path not in compiled:
            continue
        digest = hashlib.sha256(config)
        for part in sorted(set(known.get(path, [path]))):
            if os.path.exists(part):
                digest.update(part[len(root):].encode() + b"\0" + open(part, "rb").read())
        mark = os.path.join(memory, digest.hexdigest())
        if not (path in known and os.path.exists(mark)):
            todo.append((name, mark))

    def check(item):
        name, mark = item
        run = subprocess.run(["clang-tidy-14", "--quiet", "-p", build, name], capture_output=True, text=True)
        if run.returncode == 0:
            open(mark, "w").close()
        return name, run.returncode, run.stdout

    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for name, code, output in pool.map(check, todo):
            if code != 0:
                failed += 1
                print(output)
    print(f"clang-tidy: {len(todo)} files looked at, {failed} with findings")
    return 1 if failed else 0


sys.exit(main())
