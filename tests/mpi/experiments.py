"""Are the results of ccmsim the same bytes, whoever makes the runs and whoever is killed meanwhile?  experiments.py CCMSIM-MPI [CASE...]"""

import contextlib
import os
import random
import signal
import subprocess
import time

from jobs import alone, case, environment, expect, experiment, finished, RealExperiment, run_cases, Started, until

ENDS_THE_JOB = ("rank", "coordinator", "mpirun")


def kill_sometime(one, kind, moments, job):
    """Kills a process of the kind at a random moment after there is one; false if the job is over before."""
    pause = moments.uniform(0, 0.2)
    while job.process.poll() is None:
        with contextlib.suppress(IndexError, ProcessLookupError):
            moments.choice(one.processes(kind))
            time.sleep(pause)
            pause = 0
            os.kill(moments.choice(one.processes(kind)), signal.SIGKILL)
            return True
        time.sleep(0.003)
    return False


def expect_end(one, kind):
    """The processes of a kind end, whether or not others take their place."""
    those = set(one.processes(kind))
    until(lambda: not those & set(one.processes(kind)))


def end_mpirun_alone(one, job):
    """mpirun may wait for ever after a rank died while it started (sim/mpi/README.md): the user would end it."""
    until(lambda: set(one.processes()) <= set(one.processes("mpirun")), 20)
    with contextlib.suppress(subprocess.TimeoutExpired):
        job.process.wait(5)
    job.process.kill()


@case
def one_two_and_four_ranks_and_the_launcher_give_the_bytes_of_one_machine():
    changes = ("--set", "customers.takers.beta=2", "--seed=5", "-r", "20")
    with experiment(RealExperiment) as local:
        local.make_locally(*changes)
        for start in (lambda one: one.by_mpirun(1, *changes), lambda one: one.by_mpirun(2, *changes), lambda one: one.by_mpirun(4, *changes),
                      lambda one: one.by_launcher("--np", "2", more=changes)):
            with experiment(RealExperiment) as one:
                job = finished(start(one))
                expect(job.code == 0 and job.err == "" and job.out == "", job.code, job.err, job.out)
                one.expect_results_of(local)


@case
def kills_that_the_launcher_makes_up_for():
    """At most two that end a job, since a run that is in somebody's hands three times then is given up."""
    moments = random.Random(3)
    kills = ["simulation", "work", "rank", "simulation", "coordinator", "mpirun", "work", "rank", "coordinator", "simulation"]
    while kills:
        with experiment(RealExperiment) as one:
            job, ends = Started(one.by_launcher("--np", "2")), 0
            while kills and ends < 2 and kill_sometime(one, kills[0], moments, job):
                if kills.pop(0) in ENDS_THE_JOB:
                    ends += 1
                    expect_end(one, "rank")
            job.wait()
            expect(job.code == 0, job.code, job.err)
            one.expect_results_of(reference)


@case
def kills_after_which_another_command_goes_on():
    moments = random.Random(4)
    kills = [("mpirun 2", "rank"), ("mpirun 1", "coordinator"), ("launcher", "launcher"), ("local", "local"), ("mpirun 4", "mpirun"),
             ("mpirun 2", "rank"), ("local", "local"), ("mpirun 2", "coordinator"), ("mpirun 1", "rank"), ("launcher", "launcher")]
    while kills:
        with experiment(RealExperiment) as one:
            starts = {"local": one.locally(), "launcher": one.by_launcher("--np", "2"), **{f"mpirun {n}": one.by_mpirun(n) for n in (1, 2, 4)}}
            code = None
            while code != 0:
                job = Started(starts[kills[0][0] if kills else "mpirun 2"])
                killed = kills and kill_sometime(one, kills[0][1], moments, job) and kills.pop(0)
                if killed:
                    end_mpirun_alone(one, job)
                code = job.wait().code
                expect(killed or code == 0, code, job.err)
                one.expect_nothing_left()
            one.expect_results_of(reference)


@case
def an_experiment_that_was_to_start_anew_does_so_once():
    with experiment(RealExperiment) as one:
        job = Started(one.by_launcher("--np", "2", more=("--force",)))
        until(one.has_some)
        one.kill("rank")
        job.wait()
        expect(job.code == 0 and "ccmsim-mpi: starting again\nccmsim: resuming: " in job.err, job.code, job.err)
        one.expect_results_of(reference)


@case
def an_interrupted_launcher_keeps_what_has_finished():
    with experiment(RealExperiment) as one:
        job = Started(one.by_launcher("--np", "2"))
        until(one.has_some)
        job.process.send_signal(signal.SIGINT)
        job.wait()
        expect(job.code == 130 and "ccmsim: interrupted; " in job.err and " runs are kept in " in job.err, job.code, job.err)
        job = finished(one.by_launcher("--np", "2"))
        expect(job.code == 0 and job.err.startswith("ccmsim: resuming: "), job.code, job.err)
        one.expect_results_of(reference)


def milliseconds_of_a_run(words):
    """From the difference between few runs and many, so that starting and ending do not count."""
    taken = []
    for replications in ("4", "40"):
        began = time.monotonic()
        subprocess.run([*words, "--force", "-r", replications], check=True, capture_output=True, env=environment())
        taken.append(time.monotonic() - began)
    return 1000 * (taken[1] - taken[0]) / (6 * 36)


@case
@alone
def what_a_run_costs_beyond_the_same_without_MPI():
    """Told rather than tested: relay.py does that, with runs that take no time. Machines are busy sometimes, hence the wide margin."""
    with experiment(RealExperiment) as one:
        local = milliseconds_of_a_run(one.locally("--jobs", "1"))
        for ranks in (1, 2):
            cost = milliseconds_of_a_run(one.by_mpirun(ranks)) * ranks - local
            print(f"         {cost:.2f} ms more than {local:.2f} ms, {ranks} ranks")
            expect(cost <= 25, cost)


with experiment(RealExperiment) as reference:
    reference.make_locally()
    run_cases()
