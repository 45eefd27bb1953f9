"""The weights of the score of a line's layout."""

from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from dateline.errors import OntologyError

_FILE = "data/articles/layout.yaml"


@dataclass(frozen=True, slots=True)
class LayoutWeights:
    """One weight a feature, in the order of the file, and the intercept."""

    names: tuple[str, ...]
    weights: tuple[float, ...]
    intercept: float


@cache
def layout_weights() -> LayoutWeights:
    """Raises `OntologyError` where the file has other keys than `intercept` and `weights`."""
    text = (resources.files("dateline") / "data" / "articles" / "layout.yaml").read_text(encoding="utf-8")
    raw = yaml.safe_load(text)
    if not isinstance(raw, dict) or set(raw) != {"intercept", "weights"}:
        raise OntologyError(f"{_FILE}: expected the keys intercept and weights")
    return LayoutWeights(tuple(raw["weights"]), tuple(float(value) for value in raw["weights"].values()), float(raw["intercept"]))
