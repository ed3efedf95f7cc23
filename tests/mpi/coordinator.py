"""Does ccmsim find out which run takes everybody with it?  coordinator.py CCMSIM-MPI [CASE...]

The test plays rank 0: it hears the requests of the coordinator and answers them, or kills it with requests in hand, as a rank that dies would.
"""

import os
import pathlib
import select
import subprocess

from jobs import case, ccmsim, expect, experiment, RealExperiment, run_cases

WORKERS = 2


class Coordinator:
    def __init__(self, one, *more):
        hears, self.answers = os.pipe()
        self.requests, says = os.pipe()
        words = [ccmsim, *one.words, *more, f"--workers-at={hears},{says},{WORKERS}"]
        self.process = subprocess.Popen(words, pass_fds=(hears, says), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(hears)
        os.close(says)
        self.unread = b""
        self.has_begun = (self.next_line(10) or "").startswith("experiment ")

    def next_line(self, seconds):
        """Nothing if none comes in time, or none will."""
        while b"\n" not in self.unread:
            if not select.select([self.requests], [], [], seconds)[0]:
                return None
            part = os.read(self.requests, 4096)
            if not part:
                return None
            self.unread += part
        line, self.unread = self.unread.split(b"\n", 1)
        return line.decode()

    def request(self, seconds=10):
        """A run that is asked for."""
        line = self.next_line(seconds)
        return tuple(map(int, line.split()[1:])) if line else None

    def expect_no_request(self):
        request = self.request(0.3)
        expect(request is None, request)

    def answer(self, run):
        os.write(self.answers, "done {} {} finished 1.5 - {}\n".format(*run, run[1]).encode())

    def lose(self, run):
        os.write(self.answers, "lost {} {} its worker was ended by signal 9\n".format(*run).encode())

    def kill(self):
        self.process.kill()
        self.end()

    def end(self):
        """Its exit code."""
        code = self.process.wait(timeout=20)
        os.close(self.answers)
        os.close(self.requests)
        return code


def rows(one):
    """State and message of every run in the results."""
    found = {}
    for line in pathlib.Path(one.out, "runs.csv").read_text().splitlines()[1:]:
        point, replication = map(int, line.split(",")[:2])
        expect((point, replication) not in found, line)
        found[point, replication] = line
    return found


def lost_with_all_in_hand(one):
    """A first start that answers one run of 12, and loses four."""
    first = Coordinator(one)
    hands = [first.request() for _ in range(2 * WORKERS)]
    first.expect_no_request()
    first.answer(hands.pop(0))
    hands.append(first.request())
    first.kill()
    return hands


@case
def suspects_come_last_and_one_at_a_time():
    with experiment(RealExperiment, replications=2) as one:
        suspects = lost_with_all_in_hand(one)
        second = Coordinator(one, "--relaunched", "--force")
        others = [second.request() for _ in range(2 * WORKERS)]
        while len(others) < 12 - 1 - len(suspects):
            second.answer(others[-4])
            others.append(second.request())
        second.expect_no_request()
        expect(not set(others) & set(suspects), others, suspects)
        for run in others[-4:]:
            second.answer(run)
        for _ in range(4):
            run = second.request()
            second.expect_no_request()
            suspects.remove(run)
            second.answer(run)
        expect(second.end() == 0 and len(rows(one)) == 12, rows(one))


def killed_by(one, suspect):
    """A start that answers everything but one suspect, which kills it; gives the runs that were asked for."""
    coordinator, asked = Coordinator(one, "--relaunched"), []
    while not asked or asked[-1] != suspect:
        asked.append(coordinator.request())
        expect(asked[-1], asked)
        if asked[-1] != suspect:
            coordinator.answer(asked[-1])
    coordinator.expect_no_request()
    coordinator.kill()
    return asked


@case
def a_run_that_three_times_was_in_hand_when_all_was_lost_is_given_up_for_good():
    with experiment(RealExperiment, replications=2) as one:
        suspects = lost_with_all_in_hand(one)
        guilty, accomplice = suspects[0], suspects[-1]
        killed_by(one, guilty)
        expect(killed_by(one, guilty) == [guilty])
        expect(killed_by(one, accomplice) == suspects[1:])
        expect(killed_by(one, accomplice) == [accomplice])
        last = Coordinator(one, "--relaunched")
        expect(last.request() is None and last.end() == 3)
        for run, row in rows(one).items():
            expect(("lost" in row) == (run in (guilty, accomplice)), row)
        expect("whoever had it in hands was lost, 3 times" in rows(one)[guilty], rows(one)[guilty])


@case
def the_same_command_tries_lost_runs_again():
    with experiment(RealExperiment, replications=2) as one:
        first, asked = Coordinator(one), []
        while run := first.request(0.5):
            asked.append(run)
            (first.lose if run == (4, 1) else first.answer)(run)
        expect(first.end() == 3 and asked.count((4, 1)) == 3 and len(asked) == 14, asked)
        again = Coordinator(one, "--relaunched")
        expect(not again.has_begun and again.end() == 3, "a launcher does not")
        again = Coordinator(one)
        run = again.request()
        again.answer(run)
        expect(run == (4, 1) and again.end() == 0 and len(rows(one)) == 12, run)


run_cases()
