"""Posts of a social network that stand in an article as they were written: "words — Name (@handle) February 5, 2018"."""

import re

from dateline.language.quotations.drafts import Draft, Phrase, Reading

_SIGNATURE = re.compile(r"\s[—–-]\s?(?P<name>[^—–()@\n]{2,50}?) \((?P<handle>@\w{2,20})\)(?P<day> [A-Z][a-z]{2,9} \d{1,2}, \d{4})?\s*$")


def find_posts(reading: Reading) -> list[Draft]:
    """One draft for every paragraph that is signed as a post; the name in the signature speaks."""
    found = []
    for block in reading.annotated.article.blocks:
        signature = _SIGNATURE.search(reading.text, block.start, block.end)
        if signature is None:
            continue
        words = reading.between(block.start, signature.start())
        name = reading.between(signature.start("name"), signature.end("name"))
        if words[0] < words[1] and name[0] < name[1]:
            found.append(Draft((words,), None, "tweet", Phrase(*name, name[1] - 1), direct=True))
    return found
