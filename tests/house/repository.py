"""What the checks of the repository share."""

import pathlib
import subprocess
import sys

root = pathlib.Path(sys.argv[1])
binary = sys.argv[2]


def files(*patterns):
    """Tracked files, and new ones that git does not ignore."""
    listed = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns],
                            cwd=root, capture_output=True, text=True, check=True)
    return [root / name for name in sorted(set(listed.stdout.split("\n"))) if name and (root / name).exists()]


def finish(problems, what):
    """Prints the problems, or what was found in order, and exits accordingly."""
    print("\n".join(problems) if problems else what)
    sys.exit(1 if problems else 0)
