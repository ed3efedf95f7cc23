"""Does every command that a README shows work as written?

Each ```sh block is run, in order, in a directory that looks like a fresh clone. './check' is left out, since it is what runs this.
"""

import os
import re
import subprocess
import tempfile

from repository import files, finish, root

problems, commands = [], 0
with tempfile.TemporaryDirectory() as clone:
    for name in ("ccmsim", "models", "sim", "analysis", "tests"):
        os.symlink(root / name, os.path.join(clone, name))
    subprocess.run(["cp", "-r", str(root / "scenarios"), clone], check=True)
    for path in files("*README.md"):
        for block in re.findall(r"```sh\n(.*?)```", path.read_text(), re.DOTALL):
            lines = [line for line in block.strip().split("\n") if line != "./check"]
            commands += len(lines)
            for line in lines:
                done = subprocess.run(["bash", "-c", line], cwd=clone, capture_output=True, text=True)
                if done.returncode:
                    problems.append(f"{path.relative_to(root)}: '{line}' ends with {done.returncode}:\n{done.stderr}")
finish(problems, f"{commands} commands work")
