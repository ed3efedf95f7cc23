#!/usr/bin/python3 -S
"""Plays `ccmsim experiment FILE --workers-at ...` and `ccmsim work FILE`, with a store of lines and faults that FILE orders.

FILE is JSON: points, replications, milliseconds of a run, bytes of an answer; deadly (a run that kills its worker), poison (a run that kills its
rank), worker_code (workers end with it at once), private (every rank has another hash).
"""

import hashlib
import json
import os
import signal
import sys
import time

command, name, *options = sys.argv[1:]
text = open(name).read()
settings = [words[1] for words in zip([""] + options, options) if words[0] == "--set" or words[1].startswith("--set=")]
settings = [setting.removeprefix("--set=") for setting in settings]
try:
    experiment = json.loads(text)
except ValueError:
    sys.exit(f"{name}: mistake" if command == "work" else print(f"{name}: mistake", file=sys.stderr) or 2)
experiment.update((setting.split("=")[0], json.loads(setting.split("=")[1])) for setting in settings)
code_of_experiment = hashlib.sha256((text + repr(settings)).encode()).hexdigest()[:12]


def work():
    if "worker_code" in experiment:
        sys.exit(experiment["worker_code"])
    own = os.environ["OMPI_COMM_WORLD_RANK"] if experiment.get("private") else ""
    print(f"ready {code_of_experiment}{own}", flush=True)
    for line in sys.stdin:
        _, point, replication = line.split()
        time.sleep(experiment.get("milliseconds", 0) / 1000)
        if [int(point), int(replication)] == experiment.get("poison"):
            os.kill(os.getppid(), signal.SIGKILL)
        if [int(point), int(replication)] in (experiment.get("deadly"), experiment.get("poison")):
            os.kill(os.getpid(), signal.SIGKILL)
        answer = {"pid": os.getpid(), "host": os.uname().nodename, "more": "x" * experiment.get("bytes", 0)}
        print(f"done {point} {replication} {json.dumps(answer)}", flush=True)


class Store:
    """Lines of DIR/store, one per finished run, and of DIR/given, one per request."""

    def __init__(self, folder):
        os.makedirs(folder, exist_ok=True)
        self.done = self.runs_in(f"{folder}/store")
        self.given = self.runs_in(f"{folder}/given")
        self.files = {what: open(f"{folder}/{what}", "a", buffering=1) for what in ("store", "given", "lost")}

    @staticmethod
    def runs_in(file):
        return [tuple(line.split()[:2]) for line in open(file)] if os.path.exists(file) else []

    def give(self, run):
        self.given.append(run)
        self.files["given"].write(" ".join(run) + "\n")


def coordinate():
    place = next(word for word in options if word.startswith("--workers-at="))
    hears, says, slots = map(int, place.split("=")[1].split(","))
    requests, answers = os.fdopen(says, "w", buffering=1), os.fdopen(hears)
    store = Store(options[options.index("--out") + 1])

    def interrupted(number, frame):
        print(f"fake: interrupted; {len(store.done)} runs are kept", file=sys.stderr, flush=True)
        os._exit(130)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, interrupted)
    wanted = [(str(p), str(r)) for p in range(1, experiment["points"] + 1) for r in range(1, experiment["replications"] + 1)]
    missing = [run for run in wanted if run not in set(store.done)]
    # What was in somebody's hands when all was lost goes first, and alone.
    suspects = [run for run in missing if run in store.given] if "--relaunched" in options else []
    failed = [run for run in suspects if store.given.count(run) >= 3]
    suspects = [run for run in suspects if run not in failed]
    waiting = suspects + [run for run in missing if run not in store.given or "--relaunched" not in options]
    unanswered = 0
    if missing:
        requests.write(f"experiment {code_of_experiment}\n")
    while waiting or unanswered:
        while waiting and unanswered < (1 if suspects else 2 * slots):
            store.give(waiting[0])
            requests.write("run {} {}\n".format(*waiting.pop(0)))
            unanswered += 1
        line = answers.readline()
        if not line:
            sys.exit("fake: nobody answers")
        what, point, replication, rest = line.rstrip("\n").split(" ", 3)
        run, unanswered = (point, replication), unanswered - 1
        suspects = [other for other in suspects if other != run]
        store.files["store" if what == "done" else "lost"].write(f"{point} {replication} {rest}\n")
        if what == "done":
            store.done.append(run)
        elif store.given.count(run) < 3:
            waiting.insert(0, run)
        else:
            failed.append(run)
    requests.close()
    print(f"fake: {len(store.done)} runs, {len(failed)} failed")
    sys.exit(3 if failed else 0)


work() if command == "work" else coordinate()
