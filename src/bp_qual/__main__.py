"""`python -m bp_qual`, which is `bp-qual` where that command is not on the path."""

import sys


def run() -> None:
    """Run the command line; Ctrl-C ends it with one word, even while it is being loaded."""
    try:
        from bp_qual.cli import main

        main()
    except KeyboardInterrupt:
        sys.exit("\nAborted!")


if __name__ == "__main__":
    run()
