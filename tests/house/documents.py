"""Are the generated documents up to date, and do the others mention only what is there?"""

import re
import subprocess

from repository import binary, files, finish, root

GENERATED = {
    "scenarios/REFERENCE.md": ["schema", "--markdown"],
    "scenarios/ccmsim.schema.json": ["schema"],
    "scenarios/experiments/REFERENCE.md": ["schema", "--experiments", "--markdown"],
    "scenarios/experiments/experiment.schema.json": ["schema", "--experiments"],
    "scenarios/problems/REFERENCE.md": ["schema", "--problems", "--markdown"],
    "scenarios/problems/problem.schema.json": ["schema", "--problems"],
    "sim/results/TABLES.md": ["schema", "--tables"],
}

problems = []
for name, arguments in GENERATED.items():
    made = subprocess.run([binary, *arguments], capture_output=True, text=True, check=True).stdout
    if not (root / name).exists() or (root / name).read_text() != made:
        problems.append(f"{name} is not what 'ccmsim {' '.join(arguments)}' prints; make it again")

documents = [path for path in files("*.md") if path.name not in GENERATED]
for path in documents:
    for target in re.findall(r"\]\(([^)#]+)\)", path.read_text()):
        if "://" not in target and not (path.parent / target).exists():
            problems.append(f"{path.relative_to(root)} links to {target}, which is not there")

folders = {path.parent for path in files("models/*", "scenarios/*", "sim/*", "analysis/*", "tests/*") if path.parent.parent == root}
problems += [f"{folder.relative_to(root)} has no README.md" for folder in sorted(folders) if not (folder / "README.md").exists()]

references = (root / "REFERENCES.md").read_text()
for path in files("*.hpp", "*.cpp"):
    for key in re.findall(r"\[([A-Z][A-Za-z]+\d{4}|SC000\d\dH)\]", path.read_text()):
        if f"| {key} |" not in references:
            problems.append(f"{path.relative_to(root)} cites [{key}], which REFERENCES.md lacks")

for path in files("models", "scenarios", "sim", "analysis"):
    if path.suffix != ".hpp":
        continue
    for test in re.findall(r"tests/[\w/]+\.cpp", path.read_text()):
        if not (root / test).exists():
            problems.append(f"{path.relative_to(root)} says it is tested by {test}, which is not there")
finish(problems, f"{len(documents)} documents are in order")
