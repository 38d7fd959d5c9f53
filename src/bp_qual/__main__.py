"""`python -m bp_qual`, which is `bp-qual` where that command is not on the path."""

from bp_qual.cli import main

if __name__ == "__main__":
    main()
