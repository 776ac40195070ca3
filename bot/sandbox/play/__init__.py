"""A case file played from its first message to its end, through people's eyes and hands alone."""
