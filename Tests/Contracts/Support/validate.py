"""Validates JSON data against the schemas of the events, with python3-jsonschema as an outsider would.

Reads lines of {"schema": FILE, "data": VALUE} from standard input and writes one line for each: `ok`, or the first fault.
A field that the schema does not name is a fault here, though readers ignore it, so that nothing travels undocumented.
"""

import json
import sys

from jsonschema import Draft202012Validator


def closed(schema):
    """The schema with every object closed against fields it does not name."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    result = {key: value if key in ("examples", "if", "then", "else") else closed(value) for key, value in schema.items()}
    if schema.get("type") == "object" and "properties" in schema:
        result["additionalProperties"] = False
    return result


def main():
    validators = {}
    for line in sys.stdin:
        case = json.loads(line)
        if case["schema"] not in validators:
            with open(case["schema"], encoding="utf-8") as file:
                schema = json.load(file)
            Draft202012Validator.check_schema(schema)
            validators[case["schema"]] = Draft202012Validator(closed(schema), format_checker=Draft202012Validator.FORMAT_CHECKER)
        fault = next(iter(validators[case["schema"]].iter_errors(case["data"])), None)
        print("ok" if fault is None else f"{'/'.join(map(str, fault.absolute_path))}: {fault.message[:200]}")


main()
