"""Prints what is in a data package: its descriptor, and for every resource the rows, the size and the hash that zipfile and csv find."""
import csv
import hashlib
import io
import json
import sys
import zipfile

with zipfile.ZipFile(sys.argv[1]) as package:
    assert package.testzip() is None
    descriptor = json.loads(package.read("datapackage.json"))
    found = []
    for resource in descriptor["resources"]:
        data = package.read(resource["path"])
        found.append({
            "name": resource["name"],
            "bytes": len(data),
            "hash": "sha256:" + hashlib.sha256(data).hexdigest(),
            "rows": list(csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True)),
        })
    json.dump({"descriptor": descriptor, "names": package.namelist(), "found": found}, sys.stdout)
