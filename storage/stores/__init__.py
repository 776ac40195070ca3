"""The stores: each keeps one kind of thing for a unit of work, in its session."""
