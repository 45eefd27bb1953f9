"""How another language is told to the rules: its parser's labels and its words, by those the rules read. Read from `data/languages/`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from dateline.errors import OntologyError

_KEYS = {"dependencies", "agents", "tense_auxiliaries", "tags", "future", "conditional", "lemmas"}
_TAG_KEYS = {"pos", "features", "tag"}


@dataclass(frozen=True, slots=True)
class LanguageTable:
    """`dependencies` maps labels of Universal Dependencies to ClearNLP's, `lemmas` words to the English lemmas of the word lists.

    `tags` are (part of speech, features, Penn tag), the first that fits counts; `agents` the labels of a passive's doer,
    `tense_auxiliaries` of the helper of a compound past; a verb with one of the features in `future` or `conditional` is read as if "will"
    or "would" stood before it.
    """

    language: str
    dependencies: Mapping[str, str]
    agents: frozenset[str]
    tense_auxiliaries: frozenset[str]
    tags: tuple[tuple[str, frozenset[str], str], ...]
    future: frozenset[str]
    conditional: frozenset[str]
    lemmas: Mapping[str, str]

    def tag(self, pos: str, features: frozenset[str]) -> str:
        """The Penn tag of a part of speech with its features; the part of speech itself where no entry fits."""
        return next((tag for known, needed, tag in self.tags if known == pos and needed <= features), pos)


@cache
def language_table(language: str) -> LanguageTable:
    """The shipped table of a language ("fr"). Raises `OntologyError` where there is none or it is not as expected."""
    source = files("dateline").joinpath("data", "languages", f"{language}.yml")
    if not source.is_file():
        raise OntologyError(
            f"there is no data/languages/{language}.yml: texts in {language!r} can't be read; see docs/adding-a-language.md"
        )
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return read_language_table(language, yaml.load(source.read_text(encoding="utf-8"), Loader=loader))  # noqa: S506 - both are safe


def read_language_table(language: str, data: object) -> LanguageTable:
    """`data` as read from YAML, checked key by key."""
    name = f"data/languages/{language}.yml"
    if not isinstance(data, dict) or set(data) != _KEYS:
        found = sorted(set(data) ^ _KEYS) if isinstance(data, dict) else type(data).__name__
        raise OntologyError(f"{name}: expected exactly the keys {sorted(_KEYS)}; unknown or missing: {found}")
    for row in data["tags"]:
        if not isinstance(row, dict) or set(row) != _TAG_KEYS:
            raise OntologyError(f"{name}: an entry of tags needs exactly {sorted(_TAG_KEYS)}, found {row!r}")
    return LanguageTable(
        language=language,
        dependencies={str(label): str(ours) for label, ours in data["dependencies"].items()},
        agents=frozenset(map(str, data["agents"])),
        tense_auxiliaries=frozenset(map(str, data["tense_auxiliaries"])),
        tags=tuple((str(row["pos"]), frozenset(map(str, row["features"])), str(row["tag"])) for row in data["tags"]),
        future=frozenset(map(str, data["future"])),
        conditional=frozenset(map(str, data["conditional"])),
        lemmas={str(word): str(lemma) for word, lemma in data["lemmas"].items()},
    )
