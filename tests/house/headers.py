"""Does every header compile alone, and does it say what it is for?

A header whose .cpp includes it first is compiled alone by the build; the others are compiled here.
"""

import re
import subprocess

from repository import files, finish, root


def is_first_in_its_source(header):
    source = header.with_suffix(".cpp")
    if not source.exists():
        return False
    first = re.search(r"^#include (.*)$", source.read_text(), re.MULTILINE)
    return first is not None and first.group(1) == f'"{header.relative_to(root)}"'


def complaint(header):
    name = header.relative_to(root)
    compiled = subprocess.run(["g++", "-std=c++20", "-fsyntax-only", "-I", str(root), "-include", str(name), "-x", "c++", "/dev/null"],
                              cwd=root, capture_output=True, text=True)
    return f"{name} does not compile alone:\n{compiled.stderr}" if compiled.returncode else None


headers = [path for path in files("models", "scenarios", "sim", "analysis") if path.suffix == ".hpp"]
alone = [path for path in headers if not is_first_in_its_source(path)]
problems = [text for text in map(complaint, alone) if text]
problems += [f"{path.relative_to(root)} does not begin with '#pragma once' and a '///' that says what it is for"
             for path in headers if not path.read_text().startswith("#pragma once\n///")]
finish(problems, f"{len(headers)} headers compile alone ({len(alone)} tried here)")
