"""The tables. A change here needs a migration beside it in `migrations/versions/`; a test compares the two."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, MetaData, String, Table, Text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# Every page ever given, with the article it became or why it became none. `made_by` is the version and model that read it.
pages = Table(
    "pages",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", Text, nullable=False),
    Column("uri", Text),
    Column("sha256", String, nullable=False),
    Column("made_by", String, nullable=False),
    Column("article", String, index=True),
    Column("stage", String),
    Column("reason", String),
    Column("detail", Text),
    Column("unreadable", Boolean, nullable=False),
)

# What is remembered of addresses that were fetched. `made_by` read what was found there; another version fetches it whole again.
visits = Table(
    "visits",
    metadata,
    Column("url", Text, primary_key=True),
    Column("uri", Text, nullable=False),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("fetched", String, nullable=False),
    Column("sha256", String, nullable=False),
    Column("mark", Text),
    Column("made_by", String, nullable=False),
)

# What each article says by itself. The columns beside `payload` are what candidates are looked up by.
readings = Table(
    "readings",
    metadata,
    Column("article", String, primary_key=True),
    Column("made_by", String, nullable=False),
    Column("model", String, nullable=False),
    Column("model_version", String, nullable=False),
    Column("published_earliest", String, index=True),
    Column("published_latest", String, index=True),
    Column("payload", Text, nullable=False),
)

# The record made from all readings: one row for each article, actor, report, event, ... in the record's order.
entries = Table(
    "entries",
    metadata,
    Column("kind", String, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("id", String, nullable=False, index=True),
    Column("payload", Text, nullable=False),
)

# Single facts about the file: `record_of` names the readings that `entries` was made from.
state = Table(
    "state",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", Text, nullable=False),
)

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("version", String, nullable=False),
    Column("articles", Integer, nullable=False),
)

changes = Table(
    "changes",
    metadata,
    Column("run", Integer, ForeignKey("runs.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("event", String, nullable=False, index=True),
    Column("payload", Text, nullable=False),
)
