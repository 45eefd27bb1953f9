"""Alembic's scripts. They ship with the package and are run by `store.opening`, never by hand."""
