"""Is every file formatted as .clang-format says?"""

import subprocess

from repository import files, finish, root

sources = [str(path) for path in files("*.cpp", "*.hpp")]
checked = subprocess.run(["clang-format-14", "--dry-run", "--Werror", *sources], cwd=root, capture_output=True, text=True)
wrong = sorted({line.split(":")[0] for line in checked.stderr.split("\n") if ": error:" in line})
finish([f"{name}: run clang-format-14 -i on it" for name in wrong], f"{len(sources)} files are formatted")
