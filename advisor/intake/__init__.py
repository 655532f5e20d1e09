"""A file of any kind → invites, problems, and what to ask. Knows columns, never motivations."""
