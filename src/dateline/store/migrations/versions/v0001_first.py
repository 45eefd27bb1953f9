"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make all tables. Names are written out: this file must keep meaning what it meant, whatever `tables.py` becomes."""
    _inputs()
    _results()


def _inputs() -> None:
    op.create_table(
        "pages",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("uri", sa.Text()),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("article", sa.String()),
        sa.Column("stage", sa.String()),
        sa.Column("reason", sa.String()),
        sa.Column("detail", sa.Text()),
        sa.Column("unreadable", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_pages"),
    )
    op.create_index("ix_pages_article", "pages", ["article"])
    op.create_table(
        "readings",
        sa.Column("article", sa.String(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("model", sa.String(), nullable=False),
        sa.Column("model_version", sa.String(), nullable=False),
        sa.Column("published_earliest", sa.String()),
        sa.Column("published_latest", sa.String()),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("article", name="pk_readings"),
    )
    op.create_index("ix_readings_published_earliest", "readings", ["published_earliest"])
    op.create_index("ix_readings_published_latest", "readings", ["published_latest"])


def _results() -> None:
    op.create_table(
        "entries",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "position", name="pk_entries"),
    )
    op.create_index("ix_entries_id", "entries", ["id"])
    op.create_table(
        "state",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_state"),
    )
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_runs"),
    )
    op.create_table(
        "changes",
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["run"], ["runs.id"], name="fk_changes_run_runs"),
        sa.PrimaryKeyConstraint("run", "position", name="pk_changes"),
    )
    op.create_index("ix_changes_event", "changes", ["event"])


def downgrade() -> None:
    """Records are not taken back to older versions: they are made again from the pages."""
    raise NotImplementedError
