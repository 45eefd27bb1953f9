"""What of an address does not tell which page it is of. From `data/linking/addresses.yml`."""

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from dateline.errors import OntologyError

_FILE = "linking/addresses.yml"
_KEYS = {"same_hosts", "tracking", "tracking_beginnings", "index_pages"}


@dataclass(frozen=True, slots=True)
class AddressRules:
    """Labels, parameters and file names in lower case."""

    same_hosts: frozenset[str]
    tracking: frozenset[str]
    tracking_beginnings: tuple[str, ...]
    index_pages: frozenset[str]

    def is_tracking(self, parameter: str) -> bool:
        name = parameter.lower()
        return name in self.tracking or name.startswith(self.tracking_beginnings)


@cache
def address_rules() -> AddressRules:
    """The shipped rules. Raises `OntologyError` on an unknown or missing key."""
    data: dict[str, Any] = yaml.safe_load(resources.files("dateline").joinpath("data", *_FILE.split("/")).read_text(encoding="utf-8"))
    if set(data) != _KEYS:
        message = f"data/{_FILE}: keys {sorted(set(data) ^ _KEYS)} are unknown or missing; expected {sorted(_KEYS)}"
        raise OntologyError(message)
    return AddressRules(
        frozenset(data["same_hosts"]), frozenset(data["tracking"]), tuple(data["tracking_beginnings"]), frozenset(data["index_pages"])
    )
