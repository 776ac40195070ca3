"""people of a side named by one and confirmed by the other, and grids

Revision ID: 0004
Revises: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.add_column(sa.Column("confirmed_by", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("roles_by", sa.String(), nullable=True))
    # Who was named before this rule has spoken for their side since: their own word stands.
    op.execute("UPDATE membership SET confirmed_by = person WHERE named_by IS NOT NULL")
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.add_column(sa.Column("enterprise", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("teams", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("side", schema=None) as batch_op:
        batch_op.add_column(sa.Column("enterprise", sa.String(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("side", schema=None) as batch_op:
        batch_op.drop_column("enterprise")
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.drop_column("teams")
        batch_op.drop_column("enterprise")
    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.drop_column("roles_by")
        batch_op.drop_column("confirmed_by")
