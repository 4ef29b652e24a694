"""`python -m annotator` and the console command."""

from annotator.cli import main

if __name__ == "__main__":
    main()
