"""`python -m copydesk` is `copydesk`."""

import os
import subprocess
import sys

from copydesk._pipe import program_path

if __name__ == "__main__":
    command = [program_path(), *sys.argv[1:]]
    if os.name == "nt":
        sys.exit(subprocess.run(command, check=False).returncode)
    os.execv(command[0], command)
