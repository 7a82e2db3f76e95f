"""The entry point: `python -m retail_training`."""

import sys

from retail_training.command_line import parse
from retail_training.stage import run_to_exit

if __name__ == "__main__":
    run_to_exit(parse(sys.argv[1:]))
