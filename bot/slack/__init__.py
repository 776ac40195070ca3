"""The shell: Slack's payloads in, Slack's blocks out."""
