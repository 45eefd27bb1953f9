"""Pages, feeds and lists of feeds from the network: only from public machines, politely, and as little as possible."""

from dateline.pages.fetching.fetcher import UNCHANGED, Fetched, Fetcher, Visits
from dateline.pages.fetching.following import read_address
from dateline.pages.fetching.network import Limits, Network
from dateline.pages.fetching.patience import Clock, in_words

__all__ = ["UNCHANGED", "Clock", "Fetched", "Fetcher", "Limits", "Network", "Visits", "in_words", "read_address"]
