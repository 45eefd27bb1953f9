"""How Alembic runs inside Dateline: on the connection it is given, in that connection's transaction."""

from alembic import context

from dateline.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=context.config.attributes["version_table"],
    # SQLite can't alter most of a table; Alembic then copies it.
    render_as_batch=True,
)
context.run_migrations()
