"""Does a description fit an office? "The Russian leader" fits the president of Russia, "the minister" no deputy."""

from functools import lru_cache

from dateline.language.actors.book import Draft
from dateline.ontology.actors import actor_facts

_LOWER_RANKS = ("deputy", "vice", "assistant", "associate", "first deputy", "vice-")


def fits(office: str, country: str | None, draft: Draft, *, former: bool = False) -> bool:
    """May `office` (of `country`, if stated) describe this person?"""
    if country and draft.country and country != draft.country and not any(c == country for _, c, _ in draft.offices):
        return False
    if country and not draft.country:
        return False
    return any(_same(office, held) and (not country or not of or of == country) and past == former for held, of, past in draft.offices)


@lru_cache(maxsize=4096)
def _same(office: str, held: str) -> bool:
    facts = actor_facts()
    if office == held or (office.split(" of ", maxsplit=1)[0] == held and " of " in office and held in facts.same_office):
        return True
    if held.startswith(_LOWER_RANKS) and not office.startswith(_LOWER_RANKS):
        return False
    if held.endswith(" " + office):
        return True
    if held.split(" of ", maxsplit=1)[0].rsplit(maxsplit=1)[-1] in facts.wide_offices and office not in facts.wide_offices:
        return False
    plain = held.split(" of ", maxsplit=1)[0] if held not in facts.same_office else held
    return any((plain == known or plain.endswith(" " + known)) and office in others for known, others in facts.same_office.items())
