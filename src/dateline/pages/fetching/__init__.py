"""Pages, feeds and lists of feeds from the network: only from public machines, politely, and as little as possible."""

from dateline.pages.fetching.fetcher import Fetched, Fetcher, Visits
from dateline.pages.fetching.following import read_address
from dateline.pages.fetching.network import Limits, Network
from dateline.pages.fetching.patience import Clock

__all__ = ["Clock", "Fetched", "Fetcher", "Limits", "Network", "Visits", "read_address"]
