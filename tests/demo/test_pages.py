"""The pages that ship: what SOURCE.md promises of them."""

from importlib.resources import files

import pytest

PAGES = sorted((p for p in files("dateline").joinpath("data", "demo", "pages").iterdir()), key=lambda p: p.name)
TEXTS = {p.name: p.read_text(encoding="utf-8") for p in PAGES}


def test_there_are_both_html_and_bare_text():
    assert len(PAGES) >= 6
    assert {name.rsplit(".", 1)[1] for name in TEXTS} == {"html", "txt"}


def test_one_page_has_no_date():
    undated = next(text for name, text in TEXTS.items() if name.startswith("06-"))
    assert "2018" not in undated


def test_two_outlets_print_one_agency_report():
    agency = [text for text in TEXTS.values() if "(Meridian)" in text]
    assert len(agency) == 2
    shared = "He told Kim to call or write if he changed his mind."
    assert all(shared in text for text in agency)


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_nothing_points_at_a_real_outlet(name):
    hosts = [part.split("/")[0].split('"')[0] for part in TEXTS[name].split("://")[1:]]
    assert all(host.endswith(".example") or host == "schema.org" for host in hosts)
