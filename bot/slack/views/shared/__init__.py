"""What both sides see: made from the case alone, never from what a side told in private."""
