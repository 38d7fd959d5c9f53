"""`python -m bp_qual`, which is `bp-qual` where that command is not on the path."""

from bp_qual.collecting import collect_seldom
from bp_qual.interrupting import heed_interrupts
from bp_qual.one_thread import multiply_on_one_thread


def run() -> None:
    """Run the command line; Ctrl-C ends it with one line, even while it is being loaded."""
    collect_seldom()
    multiply_on_one_thread()
    with heed_interrupts():
        from bp_qual.cli import main

        main()


if __name__ == "__main__":
    run()
