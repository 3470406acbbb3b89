"""Prints every passage of a REFI-QDA project as its positions cut it out of the sources, with whose it is and how it was coded."""
import json
import sys
import xml.etree.ElementTree as xml
import zipfile

Q = "{urn:QDA-XML:project:1.0}"
with zipfile.ZipFile(sys.argv[1]) as archive:
    project = xml.fromstring(archive.read("project.qde"))
    codes = {code.get("guid"): code.get("name") for code in project.iter(Q + "Code")}
    users = {user.get("guid"): user.get("name") for user in project.iter(Q + "User")}
    owners = {}
    for case in project.iter(Q + "Case"):
        for reference in case.findall(Q + "SelectionRef"):
            owners[reference.get("targetGUID")] = case.get("name")
    passages = []
    for source in project.iter(Q + "TextSource"):
        path = "sources/" + source.get("plainTextPath").removeprefix("internal://")
        text = archive.read(path).decode("utf-8")
        assert not text.startswith("\ufeff") and "\r" not in text
        for selection in source.findall(Q + "PlainTextSelection"):
            start, end = int(selection.get("startPosition")), int(selection.get("endPosition"))
            passages.append({
                "source": source.get("name"),
                "key": selection.get("name"),
                "case": owners.get(selection.get("guid")),
                "text": text[start:end],
                "codes": [[codes[coding.find(Q + "CodeRef").get("targetGUID")], users[coding.get("creatingUser")]] for coding in selection.findall(Q + "Coding")],
            })
    json.dump(passages, sys.stdout)
