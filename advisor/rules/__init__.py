"""What a person may argue with: columns, motivations, the profile, verdicts. Declared data only."""
