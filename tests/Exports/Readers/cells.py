"""Prints the cells of CSV files, in the order of their names, as Python's csv module reads them."""
import csv
import json
import pathlib
import sys

csv.field_size_limit(10_000_000)
tables = []
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.csv")):
    with open(path, encoding="utf-8", newline="") as file:
        tables.append(list(csv.reader(file, strict=True)))
json.dump(tables, sys.stdout)
