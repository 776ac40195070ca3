"""The Web API methods that the sandbox speaks, grouped by family as Slack groups them."""
