"""What the frozen command line starts: `annotator`, in a console.

`annotator --module NAME …` runs a module of the program as `python -m` would: the program starts itself so where a process of its own
does what must not hold up the window, or may be ended (reading PDFs, training).
"""

import runpy
import sys

from annotator.cli import main

CHILDREN = ("annotator.exchange.reading.pdf_pages", "annotator.suggest.training")

if sys.argv[1:2] == ["--module"] and sys.argv[2:3] and sys.argv[2] in CHILDREN:
    module = sys.argv[2]
    sys.argv[1:3] = []
    runpy.run_module(module, run_name="__main__", alter_sys=True)
else:
    main()
