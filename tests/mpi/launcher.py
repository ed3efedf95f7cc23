"""Does the launcher bring an experiment to its end, whoever dies?  launcher.py CCMSIM-MPI [CASE...]"""

import os
import pathlib
import signal

from jobs import case, expect, experiment, fake, finished, program, run_cases, Started, until


@case
def an_experiment_on_this_machine():
    with experiment(milliseconds=5) as one:
        job = finished(one.by_launcher("--np", "2"))
        expect(job.code == 0 and job.out == "fake: 20 runs, 0 failed\n" and job.err == "", job.code, job.out, job.err)
        expect(one.is_complete(), one.runs())


@case
def the_codes_of_the_program_are_those_of_the_launcher():
    for keys, code, message in (({"deadly": [3, 2]}, 3, ""), ({"worker_code": 5}, 1, "its worker ended with code 5")):
        with experiment(**keys) as one:
            job = finished(one.by_launcher("--np", "2"))
            expect(job.code == code and message in job.err and "mpirun" not in job.err, job.code, job.err)


@case
def a_rank_that_is_killed_is_made_up_for():
    for which in (0, 1):
        with experiment(milliseconds=30, points=10) as one:
            job = Started(one.by_launcher("--np", "2"))
            until(lambda: len(one.runs()) >= 5)
            one.kill("rank", which)
            job.wait()
            expect(job.code == 0 and job.out == "fake: 40 runs, 0 failed\n", job.code, job.out, job.err)
            expect("ccmsim-mpi: mpirun ended with code 137 before the experiment did\n" in job.err, job.err)
            expect(one.is_complete(), one.runs())


@case
def an_mpirun_that_does_not_end_is_killed():
    with experiment(milliseconds=5) as one:
        mpirun = pathlib.Path(one.folder, "mpirun")
        mpirun.write_text('#!/bin/sh\nmpirun "$@"\nexec sleep 300\n')
        mpirun.chmod(0o755)
        job = finished(one.by_launcher("--np", "2", "--mpirun", str(mpirun)))
        expect(job.code == 0 and job.err == "" and one.is_complete(), job.code, job.err)


@case
def a_run_that_kills_every_rank_is_given_up():
    with experiment(points=2, milliseconds=5, poison=[2, 3]) as one:
        job = finished(one.by_launcher("--np", "2"))
        expect(job.code == 3 and job.out == "fake: 7 runs, 1 failed\n", job.code, job.out, job.err)
        expect(one.runs() == [run for run in one.wanted() if run != (2, 3)], one.runs())


@case
def there_is_an_end_to_relaunches():
    with experiment(points=2, poison=[2, 3]) as one:
        job = finished(one.by_launcher("--np", "2", "--relaunches", "1"))
        expect(job.code == 1, job.code, job.err)
        expect("ccmsim-mpi: error: given up after as many relaunches as allowed; the same command goes on with what is missing\n" in job.err, job.err)


@case
def an_interrupted_launcher_ends_everything():
    with experiment(milliseconds=50, points=100) as one:
        job = Started(one.by_launcher("--np", "2"))
        until(lambda: len(one.runs()) >= 3)
        job.process.send_signal(signal.SIGTERM)
        job.wait(15)
        expect(job.code == 130 and "fake: interrupted; " in job.err and "again" not in job.err, job.code, job.err)


@case
def a_launcher_that_is_killed_leaves_nothing():
    with experiment(milliseconds=50, points=100) as one:
        job = Started(one.by_launcher("--np", "2"))
        until(lambda: len(one.runs()) >= 3)
        job.process.kill()
        job.wait()


@case
def hosts_of_a_file():
    with experiment(milliseconds=5) as one:
        hostfile = pathlib.Path(one.folder, "hosts")
        hostfile.write_text("# mine\nlocalhost slots=2\n")
        job = finished(one.by_launcher("--hostfile", str(hostfile)))
        expect(job.code == 0 and one.is_complete(), job.code, job.err)
        hostfile.write_text("localhost cores=2\n")
        job = finished(one.by_launcher("--hostfile", str(hostfile)))
        expect(job.err == "ccmsim-mpi: error: a line of the hostfile is NAME slots=N, without 'cores=2'\n", job.err)


@case
def a_host_that_does_not_answer_is_left_out():
    with experiment(milliseconds=5) as one:
        job = finished(one.by_launcher("--hosts", "localhost:2,elsewhere"), OMPI_MCA_plm_rsh_agent="/bin/false")
        expect(job.code == 0 and job.err == "ccmsim-mpi: no answer from elsewhere; going on with localhost:2\n", job.code, job.err)
        expect(one.is_complete(), one.runs())


@case
def what_cannot_be_started():
    with experiment() as one:
        for options, more, message in (
                (["--mpirun", "/nowhere"], {}, "'/nowhere' did not start the ranks"),
                (["--mpirun-option", "--nonsense"], {}, "'mpirun' did not start the ranks"),
                (["--hosts", "elsewhere:2"], {}, "the first of the hosts must be this machine, since its rank 0 keeps the results"),
                (["--hosts", "localhost:x"], {}, "a host has a whole number of slots from 1, not 'x'"),
                (["--hosts", "localhost", "--hostfile", "f"], {}, "--hosts and --hostfile exclude each other"),
                (["--hostfile", "/nowhere"], {}, "cannot read the hostfile '/nowhere'")):
            job = finished(one.by_launcher(*options), **more)
            expect(job.code == 2 and f"ccmsim-mpi: error: {message}\n" in job.err, job.code, job.err)
        if os.geteuid() == 0:
            job = finished(["env", "-u", "OMPI_ALLOW_RUN_AS_ROOT", *one.by_launcher()])
            expect(job.code == 2 and job.err.startswith("ccmsim-mpi: error: mpirun refuses to run as root; use another account"), job.err)


run_cases()
