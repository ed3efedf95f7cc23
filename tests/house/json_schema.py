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
experiment_validator = validator_of("scenarios/experiments/experiment.schema.json")
of_folder = {"problems": problem_validator, "experiments": experiment_validator}
shipped = files("scenarios/*.yaml", "scenarios/**/*.yaml")
for path in shipped:
    must_accept(path, of_folder.get(path.parent.name, validator))

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

experiment = yaml.safe_load((root / "scenarios/experiments/memory_and_effect.yaml").read_text())
a = {"name": "a", "key": "x.y"}


def must_refuse_experiment(what, **changes):
    changed = {key: value for key, value in (experiment | changes).items() if value is not None}
    if experiment_validator.is_valid(changed):
        problems.append(f"the schema of experiments accepts {what}")


def with_design(kind, factor, **keys):
    return {"design": {"kind": kind, **keys}, "factors": [a | factor]}


two, span = {"levels": [1, 2]}, {"range": ["1 ms", "2 ms"]}
for kind, factor, keys in [("grid", two, {}), ("full_factorial", two, {}), ("list", {}, {"points": [{"a": 1}]}),
                           ("fractional_factorial", two, {"generators": ["E=-ABC"]}), ("latin_hypercube", span, {"points": 2}),
                           ("morris", two, {"trajectories": 2}), ("sobol", span, {"base": 64, "bootstrap": 100, "seed": 0})]:
    for error in experiment_validator.iter_errors(experiment | with_design(kind, factor, **keys)):
        problems.append(f"the schema of experiments refuses a {kind}: {error.message[:200]}")
must_refuse_experiment("an unknown key", facters=[])
must_refuse_experiment("neither scenario nor generator", scenario=None)
must_refuse_experiment("scenario and generator", generator="qamar_2023")
must_refuse_experiment("no outputs", outputs=[])
must_refuse_experiment("an output twice", outputs=["profit", "profit"])
must_refuse_experiment("no replications", replications=0)
must_refuse_experiment("an odd number of antithetic replications", replications=3, antithetic=True)
must_refuse_experiment("a setting without a value", settings=["time.periods="])
must_refuse_experiment("another version", experiment=2)
must_refuse_experiment("a factor without a key", factors=[{"name": "a"} | two])
must_refuse_experiment("a factor with key and keys", factors=[a | two | {"keys": ["z"]}])
must_refuse_experiment("one level", **with_design("grid", {"levels": [1]}))
must_refuse_experiment("a level that is nothing", **with_design("grid", {"levels": [1, None]}))
must_refuse_experiment("a range in a grid", **with_design("grid", span))
must_refuse_experiment("levels and a range", **with_design("morris", two | span, trajectories=2))
must_refuse_experiment("a range of words", **with_design("morris", {"range": ["low", "high"]}, trajectories=2))
must_refuse_experiment("a scale without a range", **with_design("morris", two | {"scale": "log"}, trajectories=2))
must_refuse_experiment("whole without a range", **with_design("morris", two | {"whole": True}, trajectories=2))
must_refuse_experiment("three levels in a factorial", **with_design("full_factorial", {"levels": [1, 2, 3]}))
must_refuse_experiment("levels in a list", **with_design("list", two, points=[{"a": 1}]))
must_refuse_experiment("an odd number of levels", **with_design("morris", span, trajectories=2, levels=3))
must_refuse_experiment("a base that is no power of two", **with_design("sobol", span, base=100))
must_refuse_experiment("a generator that is none", **with_design("fractional_factorial", two, generators=["E=e"]))
must_refuse_experiment("a key of another design", **with_design("grid", two, points=3))
must_refuse_experiment("a design that is not there", **with_design("box_behnken", two))
finish(problems, f"{len(shipped)} files fit their schema")
