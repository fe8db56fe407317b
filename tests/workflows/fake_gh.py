"""GitHub in small: the few questions that the workflows put to it through `gh`, answered from a JSON file.

Run as a program it is `gh` itself. The file named by FAKE_GITHUB holds what there is (pulls, artifacts, comments,
issues) and what was done (statuses, labels, calls).
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

BOT = "github-actions[bot]"


def install(folder: Path, **world: Any) -> Path:
    """Put a `gh` into `folder` that knows `world`; return the file that holds what there is."""
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / "gh"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{Path(__file__).resolve()}" "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    state = folder / "github.json"
    there: dict[str, list[Any]] = {
        "pulls": [],
        "artifacts": [],
        "comments": [],
        "issues": [],
        "statuses": [],
        "labels": [],
        "calls": [],
    }
    state.write_text(json.dumps({**there, **world}), encoding="utf-8")
    return state


def main() -> int:
    file = Path(os.environ["FAKE_GITHUB"])
    world = json.loads(file.read_text(encoding="utf-8"))
    positional, options = _parsed(sys.argv[1:])
    world["calls"].append(sys.argv[1:])
    if not os.environ.get("GH_TOKEN"):
        sys.exit("gh: set GH_TOKEN")
    answer = _api(world, positional[1], options) if positional[0] == "api" else _issues(world, positional, options)
    file.write_text(json.dumps(world, ensure_ascii=False), encoding="utf-8")
    if isinstance(answer, Path):
        sys.stdout.buffer.write(answer.read_bytes())
    elif "--jq" in options:
        call = ["jq", "-r", options["--jq"]]
        return subprocess.run(call, input=json.dumps(answer), encoding="utf-8", check=False).returncode
    elif "--silent" not in options:
        print(json.dumps(answer))
    return 0


def _parsed(words: list[str]) -> tuple[list[str], dict[str, Any]]:
    positional: list[str] = []
    options: dict[str, Any] = {"fields": {}}
    rest = iter(words)
    for word in rest:
        if word in ("--silent", "--paginate", "--force"):
            options[word] = True
        elif word in ("-f", "-F"):
            name, _, value = next(rest).partition("=")
            reads = word == "-F" and value.startswith("@")
            options["fields"][name] = Path(value[1:]).read_text(encoding="utf-8") if reads else value
        elif word.startswith("-"):
            options[word] = next(rest)
        else:
            positional.append(word)
    return positional, options


def _api(world: dict[str, Any], path: str, options: dict[str, Any]) -> Any:
    method = options.get("--method", "GET")
    kind = re.sub(r"^repos/[^/]+/[^/]+/", "", path)
    fields = options["fields"]
    if (method, kind) == ("GET", "pulls"):
        return [pull for pull in world["pulls"] if pull["state"] == fields["state"]]  # more than asked for: be careful
    if method == "GET" and re.fullmatch(r"actions/runs/\d+/artifacts", kind):
        return {"artifacts": [artifact for artifact in world["artifacts"] if artifact["name"] == fields["name"]]}
    if method == "GET" and re.fullmatch(r"actions/artifacts/\d+/zip", kind):
        (artifact,) = [artifact for artifact in world["artifacts"] if str(artifact["id"]) == kind.split("/")[2]]
        return Path(artifact["file"])
    if method == "GET" and re.fullmatch(r"issues/\d+/comments", kind):
        return world["comments"]
    if method == "POST" and re.fullmatch(r"issues/\d+/comments", kind):
        number = 1000 + len(world["calls"])
        world["comments"].append(
            {"id": number, "user": {"login": BOT}, "body": fields["body"], "on": kind.split("/")[1]}
        )
        return None
    if re.fullmatch(r"issues/comments/\d+", kind) and method in ("PATCH", "DELETE"):
        (comment,) = [comment for comment in world["comments"] if str(comment["id"]) == kind.split("/")[2]]
        if method == "DELETE":
            world["comments"].remove(comment)
        else:
            comment["body"] = fields["body"]
        return None
    if method == "POST" and kind.startswith("statuses/"):
        world["statuses"].append({"commit": kind.split("/")[1], **fields})
        return None
    sys.exit(f"gh: no such question: {method} {path}")


def _issues(world: dict[str, Any], words: list[str], options: dict[str, Any]) -> Any:
    noun, verb, *rest = words
    body = Path(options["--body-file"]).read_text(encoding="utf-8") if "--body-file" in options else ""
    if (noun, verb) == ("label", "create"):
        world["labels"].append(rest[0])
        return None
    if noun != "issue":
        sys.exit(f"gh: no such question: {words}")
    if verb == "list":
        kept = [i for i in world["issues"] if i["state"] == options["--state"] and options["--label"] in i["labels"]]
        return [{"number": issue["number"]} for issue in kept]
    if verb == "create":
        if options["--label"] not in world["labels"]:
            sys.exit(f"could not add label: '{options['--label']}' not found")
        number = 1 + len(world["issues"])
        issue = {
            "number": number,
            "state": "open",
            "labels": [options["--label"]],
            "body": body,
            "title": options["--title"],
        }
        world["issues"].append(issue)
        return None
    (issue,) = [issue for issue in world["issues"] if str(issue["number"]) == rest[0]]
    if verb == "edit":
        issue["body"] = body
    elif verb == "close":
        issue["state"] = "closed"
    return {"body": issue["body"]}


if __name__ == "__main__":
    sys.exit(main())
