"""Does the published JSON Schema accept what the program accepts, and refuse common mistakes?"""

import copy
import json

import jsonschema
import yaml

from repository import files, finish, root


def validator_of(name):
    schema = json.loads((root / name).read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


problems = []


def must_accept(path, schema):
    for error in schema.iter_errors(yaml.safe_load(path.read_text())):
        problems.append(f"{path.relative_to(root)}: the schema refuses {list(error.absolute_path)}: {error.message[:200]}")
    first = path.read_text().split("\n")[0]
    target = first.removeprefix("# yaml-language-server: $schema=")
    if target == first or not (path.parent / target).exists():
        problems.append(f"{path.relative_to(root)}: the first line does not point to the schema")


validator = validator_of("scenarios/ccmsim.schema.json")
problem_validator = validator_of("scenarios/problems/problem.schema.json")
shipped = files("scenarios/*.yaml", "scenarios/**/*.yaml")
for path in shipped:
    must_accept(path, problem_validator if path.parent.name == "problems" else validator)

good = yaml.safe_load((root / "scenarios/02_three_customer_types.yaml").read_text())


def must_refuse(what, change):
    changed = copy.deepcopy(good)
    change(changed)
    if validator.is_valid(changed):
        problems.append(f"the schema accepts {what}")


must_refuse("an unknown key", lambda s: s.update(custommers=[]))
must_refuse("a missing key", lambda s: s.pop("operator"))
must_refuse("a duration without a unit", lambda s: s["time"].update(period=26))
must_refuse("a wrong unit", lambda s: s["time"].update(period="26 kg"))
must_refuse("a word that is not there", lambda s: s["customers"][0].update(type="haggler"))
must_refuse("a strategy that is not there", lambda s: s["minifactories"][0].update(pricing={"strategy": "guess"}))
must_refuse("a negative slope", lambda s: s["customers"][0].update(beta=-1))
must_refuse("a segment without alpha", lambda s: s["customers"][0].pop("alpha"))
if problem_validator.is_valid({"problem": "mfca", "centres": [{"name": "a", "enrgy": 3}]}):
    problems.append("the schema of problems accepts an unknown key")
finish(problems, f"{len(shipped)} files fit their schema")
