"""Lists what the program is made of, as CycloneDX JSON: versions, licences and hashes.

Run as a program: ``python -m tests.supply.sbom PYTHON FILE``, with a Python in whose environment
everything is installed. Only what people run is listed, not what the tests need; the fonts,
icons and evidence that are shipped are listed with it.
"""

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.supply.licences import table
from tests.supply.locked import Locked, locked_in, named

ROOT = Path(__file__).parents[2]
RESOURCES = ROOT / "resources"
LOCK = "team"
# As resources/LICENCES.md says of them.
SHIPPED = (
    ("fonts/AtkinsonHyperlegibleNext-*.ttf", "OFL-1.1"),
    ("fonts/Noto*.ttf", "OFL-1.1"),
    ("icons/**/*.svg", "ISC"),
    ("evidence/*.yaml", "CC-BY-4.0"),
)


def bill(gathered: dict[str, Any], locked: list[Locked]) -> dict[str, Any]:
    """Return the list of parts, from what was gathered about an environment and from a lock.

    Raises ValueError when a part was gathered in another version than the locked one.
    """
    parts = {named(part["name"]): part for part in gathered["components"]}
    wanted = {each.name: each for each in locked}
    kept = []
    for name, each in sorted(wanted.items()):
        part = parts.get(name)
        if part is None:
            # Locked for another system than the one this runs on.
            kept.append(_absent(each))
            continue
        if part["version"] != each.version:
            raise ValueError(f"{name} is installed as {part['version']}, locked as {each.version}")
        kept.append({**part, "hashes": _hashes(each.hashes)})
    references = {part["bom-ref"] for part in kept}
    links = [each for each in gathered.get("dependencies", []) if each["ref"] in references]
    return {
        **gathered,
        "components": [*kept, *shipped()],
        "dependencies": [_between(each, references) for each in links],
    }


def _between(link: dict[str, Any], references: set[str]) -> dict[str, Any]:
    on = [each for each in link.get("dependsOn", []) if each in references]
    return {"ref": link["ref"], "dependsOn": on} if on else {"ref": link["ref"]}


def _absent(locked: Locked) -> dict[str, Any]:
    return {
        "bom-ref": f"{locked.name}=={locked.version}",
        "type": "library",
        "name": locked.name,
        "version": locked.version,
        "description": "Not installed on the system that this list was made on.",
        "licenses": [{"expression": table()[locked.name]}],
        "purl": f"pkg:pypi/{locked.name}@{locked.version}",
        "hashes": _hashes(locked.hashes),
    }


def shipped() -> list[dict[str, Any]]:
    """Return the parts by others that lie in ``resources``, each file with its hash."""
    return [
        {
            "bom-ref": path.relative_to(ROOT).as_posix(),
            "type": "file",
            "name": path.relative_to(ROOT).as_posix(),
            "licenses": [{"license": {"id": licence}}],
            "hashes": _hashes([hashlib.sha256(path.read_bytes()).hexdigest()]),
        }
        for pattern, licence in SHIPPED
        for path in sorted(RESOURCES.glob(pattern))
    ]


def _hashes(hashes: tuple[str, ...] | list[str]) -> list[dict[str, str]]:
    return [{"alg": "SHA-256", "content": each} for each in sorted(set(hashes))]


def gather(python: str) -> dict[str, Any]:
    """Return what is installed beside a Python, as the tool for it says."""
    said = subprocess.run(
        [
            *(sys.executable, "-m", "cyclonedx_py", "environment", "--output-reproducible"),
            *("--pyproject", str(ROOT / "pyproject.toml"), "--of", "JSON", python),
        ],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    ).stdout
    gathered: dict[str, Any] = json.loads(said)
    return gathered


def main() -> None:
    python, file = sys.argv[1:]
    made = bill(gather(python), locked_in(LOCK))
    Path(file).parent.mkdir(exist_ok=True)
    Path(file).write_text(json.dumps(made, indent=2) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(made['components'])} parts are listed in {file}.\n")


if __name__ == "__main__":
    main()
