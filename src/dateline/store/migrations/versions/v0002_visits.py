"""What is remembered of addresses that were fetched."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "visits",
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("uri", sa.Text(), nullable=False),
        sa.Column("etag", sa.Text()),
        sa.Column("last_modified", sa.Text()),
        sa.Column("fetched", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("mark", sa.Text()),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("url", name="pk_visits"),
    )


def downgrade() -> None:
    """Records are not taken back to older versions: they are made again from the pages."""
    raise NotImplementedError
