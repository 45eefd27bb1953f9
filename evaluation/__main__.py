"""`python -m evaluation NAME --data FOLDER [--predictions OUT.jsonl] [--peers]`: one benchmark; its last line is its figures in JSON."""

import argparse
import importlib
import json
import sys
from pathlib import Path

HERE = Path(__file__).parent


def names() -> list[str]:
    """Every module of this folder that has a `run` is a benchmark."""
    return sorted(
        path.stem for path in HERE.glob("*.py") if not path.stem.startswith("_") and "\ndef run(" in path.read_text(encoding="utf-8")
    )


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("name", choices=names())
    parser.add_argument("--data", type=Path, required=True, help="one unpacked set; files are looked for at any depth")
    parser.add_argument("--predictions", type=Path, help="where to write what the scorers read, as JSON lines")
    parser.add_argument("--peers", action="store_true", help="print the peers' figures too, where they are installed")
    asked = parser.parse_args()
    if not asked.data.is_dir():
        parser.error(f"{asked.data} is no folder: unpack the set there")
    module = importlib.import_module(f"evaluation.{asked.name}")
    print(json.dumps(module.run(asked.data, predictions=asked.predictions, peers=asked.peers)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
