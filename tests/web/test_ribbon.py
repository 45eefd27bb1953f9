from datetime import date, timedelta
from itertools import pairwise

from dateline.model.moments import OPEN, on
from dateline.model.record import HistoryStep
from dateline.model.reports import STATUSES
from dateline.web.ribbon import EDGE, GAP, WIDTH, changes, ribbon

START = date(2020, 3, 1)


def test_only_changes_get_a_sign() -> None:
    steps = [
        HistoryStep(f"r{i}", s, on(START + timedelta(days=i))) for i, s in enumerate(("planned", "planned", "cancelled", "held", "held"))
    ]
    assert [s.status for s in changes(steps)] == ["planned", "cancelled", "held"]


def test_signs_stand_in_order_apart_and_inside() -> None:
    steps = [HistoryStep(f"r{i}", s, on(START) if i % 2 else OPEN) for i, s in enumerate(STATUSES)]
    stops = ribbon(steps)
    places = [s.x for s in stops]
    assert len(places) == len(STATUSES)
    assert places[0] >= EDGE
    assert places[-1] <= WIDTH - EDGE
    assert all(b - a >= GAP for a, b in pairwise(places))


def test_a_year_of_changes_is_to_scale() -> None:
    steps = [
        HistoryStep("r1", "planned", on(START)),
        HistoryStep("r2", "held", on(START + timedelta(days=30))),
        HistoryStep("r3", "held", on(START + timedelta(days=60))),
    ]
    assert [s.x for s in ribbon(steps)] == [EDGE, WIDTH // 2]


def test_no_history_no_ribbon() -> None:
    assert ribbon(()) == ()
