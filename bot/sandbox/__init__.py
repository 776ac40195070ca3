"""A Slack-compatible workspace on this machine, met over HTTP and WebSocket alone."""
