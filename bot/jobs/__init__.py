"""Durable work after a commit, on DBOS, in the application's own database."""
