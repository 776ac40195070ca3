"""The use cases: one verb a module, its needs passed in. Ports in `ports` and `words`."""
