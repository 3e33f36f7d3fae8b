#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Collects every text of the workbench into translations/*.ts.

lupdate reads ui/ and app/gui/. The sentences of core's errors and notes are string literals in ErrorInfo and NoteInfo
objects, which lupdate does not know; they are handed to it as QT_TRANSLATE_NOOP("Errors", ...) and ("Notes", ...) in a
temporary file.
Usage: collect_texts.py PROJECT LUPDATE
"""
import pathlib
import re
import subprocess
import sys
import tempfile

ERROR = re.compile(r'ErrorInfo\s+k\w+\s*\{\s*"([a-z0-9-]+)"\s*,\s*ErrorKind::\w+\s*,\s*((?:"(?:[^"\\]|\\.)*"\s*)+)\}')
NOTE = re.compile(r'NoteInfo\s+(k\w+)\s*\{\s*"[a-z0-9-]+"\s*,\s*((?:"(?:[^"\\]|\\.)*"\s*)+)[,}]')


def sentences(core: pathlib.Path, kind: re.Pattern[str]) -> dict[str, str]:
    """Name -> C++ literal (adjacent pieces joined) of every ErrorInfo or NoteInfo in core's headers."""
    found = {}
    for header in sorted(core.rglob("*.h")):
        for name, literal in kind.findall(header.read_text(encoding="utf-8")):
            found[name] = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', literal))
    return found


def main() -> int:
    project = pathlib.Path(sys.argv[1])
    lupdate = sys.argv[2]
    with tempfile.TemporaryDirectory() as folder:
        listing = pathlib.Path(folder) / "errors.cpp"
        lines = [f'//: {name}\nQT_TRANSLATE_NOOP("{context}", "{text}"),'
                 for context, kind in (("Errors", ERROR), ("Notes", NOTE))
                 for name, text in sentences(project / "core", kind).items()]
        listing.write_text("const char* texts[] = {\n" + "\n".join(lines) + "\n};\n", encoding="utf-8")
        sources = [str(project / "ui"), str(project / "app" / "gui"), str(listing)]
        base = [lupdate, "-silent", "-locations", "none", "-no-obsolete", "-source-language", "en_US"]
        folder_ts = project / "translations"
        subprocess.run([*base, *sources, "-target-language", "zh_CN", "-ts", str(folder_ts / "mangrove_zh_CN.ts")],
                       check=True)
        subprocess.run([*base, "-pluralonly", *sources, "-target-language", "en_US", "-ts",
                        str(folder_ts / "mangrove_en.ts")], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
