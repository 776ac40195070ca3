"""What answers Slack: parse, commit, acknowledge, return. Slack is called in jobs alone.

The one exception is the modal of somebody who waits for it: it is opened, or brought to its next
page, inside the trigger's three seconds.
"""
