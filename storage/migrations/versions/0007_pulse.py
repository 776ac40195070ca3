"""how each side finds the partnership going

Revision ID: 0007
Revises: 0006
"""

import sqlalchemy as sa
from alembic import op

import storage.secrets

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "pulse",
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("told", storage.secrets.EncryptedText(), nullable=False),
        sa.ForeignKeyConstraint(["side"], ["side.id"]),
        sa.PrimaryKeyConstraint("side", "month"),
    )


def downgrade() -> None:
    op.drop_table("pulse")
