#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""tidy.py BUILD UNITY MEMORY < files: runs clang-tidy 14 on what is not yet known to be clean in this form.

Most of the time goes into the headers, so files are checked together, as unity files: ui/ and app/gui in those they are
compiled in, core/ in those of the build folder UNITY, which is only configured for this. The other files alone.
The key of a verdict is SHA-256 over .clang-tidy, the files and every project header that ninja's dependency log names
for them. Exits 1 when a file has findings, or when a file is in no compile at all.
"""
import concurrent.futures
import hashlib
import json
import os
import re
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


UNITY = re.compile(r"/Unity/unity_\d+_cxx\.cxx$")
INCLUDE = re.compile(r'^#include "([^"]+)"', re.MULTILINE)


def units(build):
    """source file -> the file that is compiled for it: itself, or the unity file that includes it."""
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as commands:
        compiled = [entry["file"] for entry in json.load(commands)]
    result = {}
    for path in compiled:
        result[os.path.realpath(path)] = os.path.realpath(path)
        if UNITY.search(path):
            with open(path, encoding="utf-8") as text:
                for part in INCLUDE.findall(text.read()):
                    result[os.path.realpath(part)] = os.path.realpath(path)
    return result


def main():
    build, unity, memory = sys.argv[1:4]
    root = os.path.realpath(".")
    compiled_in, together_in = units(build), units(unity)
    known = dependencies(build, root)
    config = open(".clang-tidy", "rb").read()
    orphans, batches = [], {}
    for path in (os.path.realpath(line.strip()) for line in sys.stdin):
        if path not in compiled_in:
            orphans.append(path)
        elif path.startswith(os.path.join(root, "core", "")):
            batches.setdefault((unity, together_in[path]), []).append(path)
        else:
            batches.setdefault((build, compiled_in[path]), []).append(path)
    for path in orphans:
        print(f"{os.path.relpath(path, root)}: is compiled nowhere")
    todo = []
    for (folder, unit), files in sorted(batches.items()):
        parts = set(files)
        for path in files:
            parts.update(known.get(compiled_in[path], []))
        digest = hashlib.sha256(config)
        for part in sorted(parts):
            if os.path.exists(part) and not UNITY.search(part):
                digest.update(part[len(root):].encode() + b"\0" + open(part, "rb").read())
        mark = os.path.join(memory, digest.hexdigest())
        if not os.path.exists(mark) or any(compiled_in[path] not in known for path in files):
            todo.append((folder, unit, mark))

    def check(item):
        folder, name, mark = item
        command = ["clang-tidy-14", "--quiet", "--extra-arg=-Wno-unknown-warning-option", "-p", folder]
        if UNITY.search(name):
            command += [r"--header-filter=/(app|core|ui)/.*\.(h|cpp)$", "--checks=-bugprone-suspicious-include"]
        run = subprocess.run([*command, name], capture_output=True, text=True)
        if run.returncode == 0:
            open(mark, "w").close()
        return name, run.returncode, run.stdout

    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for name, code, output in pool.map(check, todo):
            if code != 0:
                failed += 1
                print(output)
    print(f"clang-tidy: {len(todo)} units looked at, {failed} with findings")
    return 1 if failed or orphans else 0


sys.exit(main())
