"""From the domain to Slack's blocks. Pure: the same case gives the same blocks."""
