"""The record's file: what was read, what was made of it, and what changed from run to run."""

from dateline.store.rows import Kept, PageResult, Run
from dateline.store.store import Store

__all__ = ["Kept", "PageResult", "Run", "Store"]
