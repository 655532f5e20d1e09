"""Invites to advice: levels, values, worth, verdicts, certainty, plan. No file, clock or chance."""
