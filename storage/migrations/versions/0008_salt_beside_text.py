"""a text's salt stands beside it, so that both are erased together and nothing can be guessed

Revision ID: 0008
Revises: 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_COPY = """UPDATE timeline_text SET salt = (
    SELECT link.salt FROM timeline_link AS link
    WHERE link.subject = timeline_text.subject AND link.position = timeline_text.position)"""


def upgrade() -> None:
    op.add_column("timeline_text", sa.Column("salt", sa.String(), nullable=False, server_default=""))
    op.execute(_COPY)
    # No batch: it would make the table anew, and the guard against edits would be gone.
    op.drop_column("timeline_link", "salt")


def downgrade() -> None:
    raise RuntimeError("The salts of erased texts are gone. Go back to a copy from before.")
