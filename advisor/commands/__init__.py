"""The commands of `python -m advisor`: each reads files, asks the front door, shows."""
