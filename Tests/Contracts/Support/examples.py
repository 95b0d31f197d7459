"""Validates every example that stands in the contracts against the schema it stands in, as an outsider would.

Takes the folder of the contracts. Writes the number of examples, then one line for each that is not valid: its place and the fault.
"""

import json
import pathlib
import sys

import yaml
from jsonschema import Draft202012Validator

found = 0
faults = []


def look(node, place):
    global found
    if isinstance(node, list):
        for index, part in enumerate(node):
            look(part, f"{place}/{index}")
    if not isinstance(node, dict):
        return
    if isinstance(node.get("examples"), list):
        schema = {key: value for key, value in node.items() if key != "examples"}
        validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
        for example in node["examples"]:
            found += 1
            for fault in validator.iter_errors(example):
                faults.append(f"{place}: {fault.message[:200]}")
    for key, part in node.items():
        if key != "examples":
            look(part, f"{place}/{key}")


def main():
    folder = pathlib.Path(sys.argv[1])
    for file in sorted((folder / "schemas").glob("*.json")):
        look(json.loads(file.read_text(encoding="utf-8")), file.name)
    document = yaml.safe_load((folder / "asyncapi.yaml").read_text(encoding="utf-8"))
    look(document["components"]["schemas"], "asyncapi.yaml")
    print(found)
    print("\n".join(faults))


main()
