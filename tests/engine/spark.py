"""Runs the README's snippet, given as a file, on a cluster of two workers on this machine, and ends two things half-way where asked:
the command in one worker, then a whole worker. Prints the seconds it took, what was ended, and how much memory the commands took."""

import os
import signal
import sys
import threading
import time

from pyspark import SparkConf, SparkContext

COMMAND, WORKER = "utils/commands/thread.ts", "CoarseGrainedExecutorBackend"

snippet, interrupt = open(sys.argv[1]).read(), sys.argv[2] == "interrupt"
os.environ["SPARK_WORKER_DIR"] = os.path.abspath("work")
conf = (
    SparkConf()
    .setMaster("local-cluster[2,1,1024]")
    .set("spark.ui.enabled", "false")
    .set("spark.driver.host", "127.0.0.1")
    .set("spark.driver.bindAddress", "127.0.0.1")
)
sc = SparkContext(conf=conf)
sc.setLogLevel("ERROR")
failed = []


def children(words):
    """Processes below this one that run `words` themselves, not a shell or npm that starts them."""
    parents, commands = {}, {}
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            parents[int(pid)] = int(open(f"/proc/{pid}/stat").read().rpartition(")")[2].split()[1])
            commands[int(pid)] = open(f"/proc/{pid}/cmdline").read().split("\0")
        except OSError:
            pass

    def is_inside(pid):
        while pid in parents and pid != os.getpid():
            pid = parents[pid]
        return pid == os.getpid()

    return [
        pid
        for pid, command in commands.items()
        if os.path.basename(command[0]) in ("node", "java") and any(words in word for word in command[1:]) and is_inside(pid)
    ]


def end(words):
    for pid in children(words)[:1]:
        os.kill(pid, signal.SIGKILL)
        print("ended:", words, flush=True)
        return True
    return False


def megabytes(pid):
    try:
        status = open(f"/proc/{pid}/status").read()
        return int(status.partition("VmRSS:")[2].split()[0]) // 1024
    except (OSError, IndexError):
        return 0


def run():
    try:
        exec(snippet, {"sc": sc})
    except Exception as error:
        failed.append(error)


start = time.time()
job = threading.Thread(target=run)
job.start()
wanted = [COMMAND, WORKER] if interrupt else []
peaks = {}
tracker = sc.statusTracker()
while job.is_alive():
    for pid in children(COMMAND):
        peaks[pid] = max(peaks.get(pid, 0), megabytes(pid))
    stages = [tracker.getStageInfo(stage) for stage in tracker.getActiveStageIds()]
    done = sum(stage.numCompletedTasks for stage in stages if stage)
    if wanted and done >= 5 - len(wanted) and end(wanted[0]):
        wanted.pop(0)
    job.join(0.3)
print("seconds:", round(time.time() - start, 1), flush=True)
print("peaks of commands in MB:", *peaks.values(), flush=True)
sc.stop()
if failed or wanted:
    sys.exit(f"{failed} {wanted}")
