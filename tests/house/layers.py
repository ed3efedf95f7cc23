"""Does every folder include only what lies below it?

models <- scenarios <- sim -> result files -> analysis -> models; only scenarios knows yaml-cpp, only sim knows SimGrid, and only the
command line sees analysis and sim together. Only sim/mpi knows MPI, and SimGrid it does not know, whose library exports MPI's functions too.
"""

import re

from repository import files, finish, root

ALLOWED = {
    "models": {"models"},
    "scenarios": {"models", "scenarios"},
    "analysis": {"models", "analysis"},
    "sim": {"models", "scenarios", "sim"},
    "sim/commands": {"models", "scenarios", "sim", "analysis"},
    "sim/mpi": {"scenarios", "sim"},
}
LIBRARIES = {"simgrid": {"sim", "sim/commands"}, "xbt": {"sim", "sim/commands"}, "yaml-cpp": {"scenarios"}, "CLI": {"sim/commands", "sim/mpi"},
             "mpi.h": {"sim/mpi"}}


def folder_of(path):
    parts = path.relative_to(root).parts
    if parts[0] == "sim" and (parts[1] == "commands" or parts[1] == "main.cpp"):
        return "sim/commands"
    if parts[:2] == ("sim", "mpi"):
        return "sim/mpi"
    return parts[0]


problems = []
sources = files("models", "scenarios", "sim", "analysis")
for path in sources:
    if path.suffix not in (".hpp", ".cpp"):
        continue
    folder = folder_of(path)
    for number, line in enumerate(path.read_text().split("\n"), 1):
        included = re.match(r'\s*#include ([<"])([^/>"]+)', line)
        if not included:
            continue
        quote, first = included.groups()
        wrong = first not in ALLOWED[folder] if quote == '"' else folder not in LIBRARIES.get(first, {folder})
        if wrong:
            problems.append(f"{path.relative_to(root)}:{number}: {folder} must not include {first}")
finish(problems, f"{len(sources)} files include only what they may")
