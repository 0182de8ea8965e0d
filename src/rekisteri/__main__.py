"""``python -m rekisteri`` is the command line."""

import sys

from rekisteri.cli import main

if __name__ == "__main__":
    sys.exit(main())
