#!/usr/bin/env python3
"""Time linters of prose on the same folder of Markdown drafts, in turns, and print a table.

usage: compare.py FOLDER [--runs 5] --tool 'NAME=COMMAND …' [--tool …]

{} in a command is the folder; a command without it gets the paths of all drafts at its end. What a command prints is
thrown away, and its exit status is shown but not judged, since linters fail when they find something. For every tool:
median, fastest and slowest wall time of its runs, megabytes a second at the median, processor time, and the memory of
its largest process. Every round runs all tools once, so that a machine whose speed drifts is unfair to none of them.

Python 3.9 or newer, standard library only, Linux or macOS.
"""
import argparse
import os
import shlex
import statistics
import subprocess
import sys
import time
from pathlib import Path

MEBIBYTE = 1 << 20
# ru_maxrss is in kibibytes on Linux and in bytes on macOS.
MEMORY_UNIT = 1 if sys.platform == "darwin" else 1 << 10


def run(command, folder, drafts):
    """Wall seconds, processor seconds, bytes of memory and exit status of one run."""
    words = [word.replace("{}", str(folder)) for word in shlex.split(command)]
    if "{}" not in command:
        words += drafts
    begin = time.perf_counter()
    child = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - begin
    child.returncode = os.waitstatus_to_exitcode(status)
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * MEMORY_UNIT, child.returncode


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--tool", action="append", required=True, metavar="NAME=COMMAND")
    arguments = parser.parse_args()
    drafts = sorted(map(str, arguments.folder.rglob("*.md")))
    if not drafts:
        sys.exit(f"{arguments.folder}: there is no .md file in it")
    size = sum(os.path.getsize(draft) for draft in drafts) / MEBIBYTE
    tools = [tool.split("=", 1) for tool in arguments.tool]

    # The first round warms the caches of the system and is not counted.
    measured = {name: [] for name, _ in tools}
    for number in range(arguments.runs + 1):
        for name, command in tools:
            figures = run(command, arguments.folder, drafts)
            if number:
                measured[name].append(figures)

    print(f"{len(drafts)} drafts, {size:.2f} MiB, {os.cpu_count()} cores, {arguments.runs} runs of each\n")
    print("| linter | wall, median (fastest to slowest) | MiB/s | processor time | memory | exit |")
    print("|---|---|---|---|---|---|")
    for name, runs in measured.items():
        walls, processor, memory, statuses = zip(*runs)
        median = statistics.median(walls)
        print(f"| {name} | {median:.2f} s ({min(walls):.2f} to {max(walls):.2f}) | {size / median:.2f} "
              f"| {statistics.median(processor):.2f} s | {max(memory) / MEBIBYTE:.0f} MiB | {statuses[-1]} |")


if __name__ == "__main__":
    main()
