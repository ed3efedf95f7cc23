"""Do three hosts make one experiment, and the others finish it when one is gone?  three_hosts.py CCMSIM-MPI [CASE...]

The hosts are network namespaces with sshd, a name and processes of their own, within namespaces of this test: when it ends, so do they.
"""

import contextlib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

INSIDE = "CCM_INSIDE_NAMESPACES"
UNSHARE = ["unshare", "--net", "--mount", "--uts", "--pid", "--fork", "--kill-child", "--mount-proc"]
SKIPPED = 77


def enter_namespaces():
    """Starts this script again, alone in the world; or says why that cannot be."""
    missing = [name for name in ("unshare", "ip", "ssh", "sshd") if not shutil.which(name, path=os.environ["PATH"] + ":/usr/sbin:/sbin")]
    tried = subprocess.run([*UNSHARE, "true"], capture_output=True, text=True) if not missing else None
    if missing or os.geteuid() != 0 or tried.returncode != 0:
        why = f"no {missing[0]}" if missing else "not root" if os.geteuid() != 0 else tried.stderr.strip()
        print(f"skipped: network namespaces are not permitted here ({why})")
        sys.exit(SKIPPED)
    os.environ[INSIDE] = "yes"
    os.execvp(UNSHARE[0], [*UNSHARE, sys.executable, *sys.argv])


if INSIDE not in os.environ:
    enter_namespaces()

from jobs import case, expect, experiment, RealExperiment, run_cases, Started, until  # noqa: E402


def run(*words):
    subprocess.run(words, check=True, capture_output=True, text=True)


class Host:
    """Host n at 10.77.0.n, on the bridge of host 1, which is where this script runs."""

    def __init__(self, number, folder):
        self.number, self.address, self.folder = number, f"10.77.0.{number}", folder
        start = f"hostname host{self.number}; read go; exec /usr/sbin/sshd -D -e -f {self.folder}/sshd_config"
        log = open(f"{folder}/sshd{number}.log", "w")
        self.process = subprocess.Popen([*UNSHARE, "sh", "-c", start], stdin=subprocess.PIPE, stderr=log)
        first = until(lambda: pathlib.Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split())[0]
        until(lambda: os.readlink(f"/proc/{first}/ns/net") != os.readlink("/proc/self/ns/net"))
        run("ip", "link", "add", f"v{self.number}", "type", "veth", "peer", "name", "eth0", "netns", first)
        run("ip", "link", "set", f"v{self.number}", "master", "bridge", "up")
        for words in ("ip link set lo up", f"ip address add {self.address}/24 dev eth0", "ip link set eth0 up"):
            run("nsenter", "--net", "--target", first, *words.split())
        self.process.stdin.write(b"go\n")
        self.process.stdin.close()
        until(lambda: subprocess.run(["ssh", "-F", f"{self.folder}/ssh_config", self.address, "true"], capture_output=True).returncode == 0)

    def remove(self):
        """Kills everything that runs on it, and takes its network away."""
        self.process.kill()
        self.process.wait()
        subprocess.run(["ip", "link", "delete", f"v{self.number}"], capture_output=True)  # if the kernel has not done it yet

    def cut_off(self):
        """Its processes live, but nobody hears of them, and nobody is told."""
        run("ip", "link", "set", f"v{self.number}", "down")


class Network:
    def __init__(self, folder):
        for words in ("hostname host1", "mount -t tmpfs tmpfs /run", "mkdir -p /run/sshd", "ip link set lo up", "ip link add bridge type bridge",
                      "ip address add 10.77.0.1/24 dev bridge", "ip link set bridge up"):
            run(*words.split())
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", f"{folder}/key")
        pathlib.Path(f"{folder}/sshd_config").write_text(
            f"HostKey {folder}/key\nAuthorizedKeysFile {folder}/key.pub\nStrictModes no\nUsePAM no\nPermitRootLogin yes\nPidFile none\n")
        pathlib.Path(f"{folder}/ssh_config").write_text(
            f"Host *\n  IdentityFile {folder}/key\n  IdentitiesOnly yes\n  StrictHostKeyChecking no\n"
            "  UserKnownHostsFile /dev/null\n  LogLevel ERROR\n")
        self.second, self.third = Host(2, folder), Host(3, folder)
        self.agent = {"OMPI_MCA_plm_rsh_agent": f"ssh -F {folder}/ssh_config"}


def until_all_simulate(one, hosts):
    seen = set()

    def look():
        for process in one.processes("simulation"):
            with contextlib.suppress(OSError):
                seen.add(os.readlink(f"/proc/{process}/ns/uts"))
        return len(seen) == hosts.count(",") + 1 and one.has_some()
    until(look, 20)


def expect_finish_by_the_others(hosts, disaster, dead, left):
    with experiment(RealExperiment) as one:
        job = Started(one.by_launcher("--hosts", hosts, "--patience", "4"), **network.agent)
        until_all_simulate(one, hosts)
        disaster()
        job.wait()
        expect(job.code == 0 and "ccmsim: resuming: " in job.err, job.code, job.out, job.err)
        expect(f"ccmsim-mpi: no answer from {dead}; going on with {left}\n" in job.err, job.err)
        one.expect_results_of(reference)


@case
def three_hosts_make_one_experiment():
    with experiment(RealExperiment) as one:
        hosts = "10.77.0.1:1,10.77.0.2:2,10.77.0.3:1"
        job = Started(one.by_launcher("--hosts", hosts), **network.agent)
        until_all_simulate(one, hosts)
        job.wait()
        expect(job.code == 0 and job.err == "", job.code, job.out, job.err)
        one.expect_results_of(reference)


@case
def a_host_that_is_removed_is_left_out():
    expect_finish_by_the_others("10.77.0.1,10.77.0.2,10.77.0.3", network.third.remove, "10.77.0.3", "10.77.0.1:1,10.77.0.2:1")


@case
def a_host_that_is_cut_off_is_left_out():
    expect_finish_by_the_others("10.77.0.1,10.77.0.2", network.second.cut_off, "10.77.0.2", "10.77.0.1:1")


with tempfile.TemporaryDirectory(prefix="ccmsim-mpi-hosts-") as directory:
    network = Network(directory)
    with experiment(RealExperiment) as reference:
        reference.make_locally()
        run_cases(at_once=1)
