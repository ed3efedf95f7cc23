"""Does every run reach a worker and every answer the coordinator, whoever dies meanwhile?  relay.py CCMSIM-MPI [CASE...]"""

import pathlib
import signal
import subprocess
import time

from jobs import alone, case, expect, experiment, finished, here, program, run_cases, Started, until


@case
def all_answers_arrive_once_with_one_two_and_four_ranks():
    for ranks in (1, 2, 4):
        with experiment(milliseconds=50, bytes=100_000) as one:
            job = finished(one.by_mpirun(ranks))
            expect(job.code == 0 and job.out == "fake: 20 runs, 0 failed\n" and job.err == "", job.code, job.out, job.err)
            expect(one.is_complete(), one.runs())
            workers = {line.split('"pid": ')[1].split(",")[0] for line in one.lines_of("store")}
            expect(min(ranks, 2) <= len(workers) <= ranks, workers)


@case
def a_finished_experiment_starts_no_worker():
    with experiment(worker_code=0) as one:
        pathlib.Path(one.out).mkdir()
        pathlib.Path(one.out, "store").write_text("".join(f"{p} {r} x\n" for p, r in one.wanted()))
        job = finished(one.by_mpirun(2))
        expect(job.code == 0 and job.err == "", job.code, job.err)


@case
def options_that_change_what_is_simulated_reach_the_workers():
    with experiment(milliseconds=10_000) as one:
        job = finished(one.by_mpirun(2, "--set", "milliseconds=1", "--set=bytes=3"))
        expect(job.code == 0 and one.is_complete(), job.code, job.err)
        expect(all('"xxx"' in line for line in one.lines_of("store")), one.lines_of("store")[0])


@case
def a_mistake_in_the_file_is_told_once():
    with experiment() as one:
        pathlib.Path(one.file).write_text("?")
        job = finished(one.by_mpirun(2))
        expect(job.code == 2 and job.err.count("mistake") == 1, job.code, job.err)


@case
def a_worker_that_is_killed_loses_one_attempt_of_one_run():
    for ranks, which in ((1, 0), (2, 1)):
        with experiment(milliseconds=100, points=2, replications=3) as one:
            job = Started(one.by_mpirun(ranks))
            until(lambda: len(one.runs()) >= 1)
            one.kill("work", which)
            job.wait()
            expect(job.code == 0 and one.is_complete(), job.code, job.err)
            expect([line.split(" ", 2)[2] for line in one.lines_of("lost")] == ["its worker was ended by signal 9"], one.lines_of("lost"))


@case
def a_run_that_kills_every_worker_is_given_up():
    with experiment(deadly=[3, 2]) as one:
        job = finished(one.by_mpirun(2))
        expect(job.code == 3 and job.out == "fake: 19 runs, 1 failed\n", job.code, job.out, job.err)
        expect(len(one.lines_of("lost")) == 3, one.lines_of("lost"))


@case
def workers_that_cannot_start_are_an_error():
    with experiment(worker_code=5) as one:
        job = finished(one.by_mpirun(2))
        expect(job.code == 1 and one.runs() == [], job.code, job.err)
        expect("ccmsim-mpi: error: host " in job.err and ": its worker ended with code 5 before it was ready\n" in job.err, job.err)


@case
def another_file_on_a_host_is_an_error():
    with experiment(private=True) as one:
        job = finished(one.by_mpirun(2))
        expect(job.code == 2, job.code, job.err)
        expect(" has another FILE (or another version of ccmsim): hash " in job.err and job.err.count("ccmsim-mpi: error") == 1, job.err)


def expect_end_after(action, ranks=3):
    """Starts a job, does something to it, and gives how mpirun ended; nothing of the job may be left."""
    with experiment(milliseconds=50, points=100) as one:
        job = Started(one.by_mpirun(ranks))
        until(lambda: len(one.runs()) >= 3)
        action(one, job)
        job.wait(15)
        kept = one.runs()
        expect(3 <= len(kept) == len(set(kept)) < 400, kept)
        one.expect_nothing_left()
        return job


@case
def a_rank_that_is_killed_ends_the_job():
    job = expect_end_after(lambda one, job: one.kill("rank"))
    expect(job.code == 137, job.code, job.err)


@case
def a_coordinator_that_is_killed_ends_the_job():
    job = expect_end_after(lambda one, job: one.kill("coordinator"))
    expect(job.code == 137 and "ccmsim-mpi: error: the coordinator was ended by signal 9\n" in job.err, job.code, job.err)


@case
def an_mpirun_that_is_killed_leaves_nothing():
    expect_end_after(lambda one, job: job.process.send_signal(signal.SIGKILL))


@case
def an_interrupted_job_keeps_what_has_finished():
    for number in (signal.SIGINT, signal.SIGTERM):
        job = expect_end_after(lambda one, job: job.process.send_signal(number))
        expect(job.code != 0 and "fake: interrupted; " in job.err, job.code, job.err)


@case
def a_coordinator_that_ends_early_ends_the_job_with_its_code():
    job = expect_end_after(lambda one, job: one.kill("coordinator", number=signal.SIGINT))
    expect(job.code == 130, job.code, job.err)


@case
@alone
def a_run_costs_at_most_5_ms_more_than_its_simulation():
    for ranks, milliseconds in ((1, 0), (2, 0), (2, 5)):
        with experiment(points=100, replications=4, milliseconds=milliseconds) as one:
            job = Started(one.by_mpirun(ranks))
            until(lambda: one.runs())
            began, before = time.monotonic(), len(one.runs())
            job.wait()
            cost = 1000 * (time.monotonic() - began) / (len(one.wanted()) - before)  # with the end of the job
            print(f"         {cost:.2f} ms a run of {milliseconds} ms, {ranks} ranks")
            expect(cost - milliseconds / ranks <= 5, cost)


@case
def usage():
    for words, message in (([], "'experiment FILE' is missing"),
                           (["--hots", "a", "experiment", "f"], "ccmsim-mpi has no option '--hots'; did you mean '--hosts'?"),
                           (["run", "f"], "there is no command 'run', only 'experiment'"),
                           (["experiment", "--out", "x"], "the FILE of the experiment must follow the word 'experiment'"),
                           (["--np", "0", "experiment", "f"], "--np: expected a whole number from 1 to 1000000, not '0'"),
                           (["--program", "/nowhere", "experiment", "f"], "there is no program '/nowhere'")):
        job = finished([program, *words])
        expect(job.code == 2 and job.err == f"ccmsim-mpi: error: {message}\n  'ccmsim-mpi --help' shows how to use it.\n", job.code, job.err)
    job = finished([program, "--help"])
    expect(job.code == 0 and "--relaunches" in job.out and "Examples:" in job.out and "--outcome" not in job.out, job.out)


@case
def the_program_does_not_load_simgrid():
    libraries = subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout
    expect("libmpi" in libraries and "simgrid" not in libraries and "mpi_cxx" not in libraries, libraries)


@case
def the_examples_for_slurm_are_scripts_of_bash():
    scripts = sorted((here.parent.parent / "sim/mpi").glob("*.sbatch"))
    expect(len(scripts) == 2, scripts)
    for script in scripts:
        checked = subprocess.run(["bash", "-n", str(script)], capture_output=True, text=True)
        expect(checked.returncode == 0, checked.stderr)


run_cases()
