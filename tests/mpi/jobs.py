"""What the tests of ccmsim-mpi share: jobs in directories of their own, and what is left of them."""

import concurrent.futures
import contextlib
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

program = sys.argv[1]
here = pathlib.Path(__file__).resolve().parent
fake = str(here / "fake_ccmsim.py")
ccmsim = str(pathlib.Path(program).parent / "ccmsim")
scratch = tempfile.TemporaryDirectory(prefix="ccm-")  # Open MPI leaves files here when it is killed
cases = []


def environment():
    """Every mpirun has its own directory for its files: two that make the same at once can fail."""
    return {**os.environ, "OMPI_ALLOW_RUN_AS_ROOT": "1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1",
            "OMPI_MCA_orte_tmpdir_base": tempfile.mkdtemp(dir=scratch.name)}


def case(function):
    """Marks a test."""
    cases.append(function)
    return function


def alone(function):
    """A test that measures time."""
    function.alone = True
    return function


def run_case(function):
    began = time.monotonic()
    function()
    print(f"{time.monotonic() - began:5.1f} s  {function.__name__.replace('_', ' ')}", flush=True)


def run_cases(at_once=4):
    """Runs the tests that the command line names, or all; mostly they wait for mpirun, so some at once. A test fails by an exception."""
    chosen = [function for function in cases if len(sys.argv) < 3 or function.__name__ in sys.argv[2:]]
    with concurrent.futures.ThreadPoolExecutor(at_once) as pool:
        results = [pool.submit(run_case, function) for function in chosen if not hasattr(function, "alone")]
    for result in results:
        result.result()
    for function in chosen:
        if hasattr(function, "alone"):
            run_case(function)


def expect(condition, *what):
    if not condition:
        raise AssertionError(" | ".join(str(item) for item in what))


def until(condition, seconds=10):
    """Waits for something that must happen; gives what the condition gives."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found = condition()
        if found:
            return found
        time.sleep(0.01)
    raise AssertionError("waited in vain")


def parent_of(process):
    return int(pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])


class AnyExperiment:
    """A FILE, its directory of results, the commands for it, and the processes that work on it."""

    def __init__(self, folder, name):
        self.folder = pathlib.Path(folder)
        self.file, self.out = str(self.folder / name), str(self.folder / "out")

    def by_mpirun(self, ranks, *more):
        return ["mpirun", "--oversubscribe", "--bind-to", "none", "-np", str(ranks), program, *self.words, *more]

    def by_launcher(self, *options, more=()):
        return [program, *options, "--mpirun-option", "--oversubscribe", *self.words, *more]

    def kind_of(self, process):
        """What a process has to do with FILE: work (a worker), simulation (a child of it), coordinator, rank, launcher, mpirun, or nothing."""
        with open(f"/proc/{process}/cmdline") as line:
            words = line.read().rstrip("\0").split("\0")
        if self.file not in words:
            return None
        if "work" in words[:4]:
            return "simulation" if self.kind_of(parent_of(process)) == "work" else "work"
        if words[0] == program:
            return "launcher" if "--mpirun-option" in words else "rank"
        return "mpirun" if words[0] == "mpirun" else "coordinator" if "--workers-at=" in words[-1] else "local"

    def processes(self, kind=None):
        """Process ids of all that work on FILE, or of one kind of them."""
        found = []
        for process in filter(str.isdigit, os.listdir("/proc")):
            with contextlib.suppress(OSError):
                its_kind = self.kind_of(process)
                if its_kind and kind in (None, its_kind):
                    found.append(int(process))
        return sorted(found)

    def kill(self, kind, which=-1, number=signal.SIGKILL):
        os.kill(self.processes(kind)[which], number)

    def expect_nothing_left(self, seconds=5):
        until(lambda: not self.processes(), seconds)


class Experiment(AnyExperiment):
    """One of the stand-in for ccmsim."""

    def __init__(self, folder, **keys):
        super().__init__(folder, "experiment.json")
        self.keys = {"points": 5, "replications": 4, **keys}
        self.words = ["--program", fake, "experiment", self.file, "--out", self.out]
        pathlib.Path(self.file).write_text(json.dumps(self.keys))

    def runs(self):
        """The runs in the store, as often as they are there."""
        store = pathlib.Path(self.out, "store")
        return sorted(tuple(map(int, line.split()[:2])) for line in store.read_text().splitlines()) if store.exists() else []

    def wanted(self):
        return [(p, r) for p in range(1, self.keys["points"] + 1) for r in range(1, self.keys["replications"] + 1)]

    def lines_of(self, name):
        return pathlib.Path(self.out, name).read_text().splitlines()

    def is_complete(self):
        return self.runs() == self.wanted()


class RealExperiment(AnyExperiment):
    """One of ccmsim itself: 6 points of a scenario that takes some milliseconds."""

    def __init__(self, folder, replications=40):
        super().__init__(folder, "experiment.yaml")
        self.words = ["experiment", self.file, "--out", self.out, "-q", "--progress", "none"]
        pathlib.Path(folder, "small.yaml").write_text((here.parent / "errors/base.yaml").read_text())
        pathlib.Path(self.file).write_text(
            f"experiment: 1\nname: Small\nscenario: small.yaml\nreplications: {replications}\nfactors:\n"
            "  - {name: alpha, key: customers.takers.alpha, levels: [10, 20, 30]}\n"
            "  - {name: machine_power, key: minifactories.forge.machines.m1.power, levels: [5 kW, 12 kW]}\n"
            "design: {kind: grid}\noutputs: [profit, surplus.price_taker, sales]\n")

    def locally(self, *more):
        return [ccmsim, *self.words, *more]

    def has_some(self):
        """Whether some runs are in the store."""
        journal = pathlib.Path(self.out, "results.sqlite-wal")
        return journal.exists() and journal.stat().st_size > 200_000

    def make_locally(self, *more):
        """Makes it without MPI, and gives itself."""
        job = finished(self.locally(*more))
        expect(job.code == 0 and job.err == "", job.code, job.err)
        return self

    def expect_results_of(self, other):
        """All files, byte for byte."""
        difference = subprocess.run(["diff", "-r", other.out, self.out], capture_output=True, text=True).stdout
        expect(difference == "" and len(os.listdir(self.out)) >= 4, difference, os.listdir(self.out))


@contextlib.contextmanager
def experiment(kind=Experiment, **keys):
    with tempfile.TemporaryDirectory(prefix="ccmsim-mpi-test-") as folder:
        one = kind(folder, **keys)
        try:
            yield one
            one.expect_nothing_left()
        finally:
            for process in one.processes():
                with contextlib.suppress(OSError):
                    os.kill(process, signal.SIGKILL)


class Started:
    """A command in the background, its outputs in files, so that it cannot be held up by whoever does not read them."""

    def __init__(self, words, **more):
        self.outputs = [tempfile.TemporaryFile("w+"), tempfile.TemporaryFile("w+")]
        self.process = subprocess.Popen(words, env={**environment(), **more}, stdin=subprocess.DEVNULL, stdout=self.outputs[0], stderr=self.outputs[1])

    def wait(self, seconds=60):
        self.code = self.process.wait(timeout=seconds)
        for file in self.outputs:
            file.seek(0)
        self.out, self.err = (file.read() for file in self.outputs)
        return self


def finished(words, **more):
    return Started(words, **more).wait()
