"""One benchmark, in this process."""

import importlib
import sys

for line in importlib.import_module(f"tests.benchmarks.{sys.argv[1]}").run():
    print(line, flush=True)
