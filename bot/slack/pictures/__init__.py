"""Pictures for channels. They are drawn in jobs alone, since drawing takes a moment."""
