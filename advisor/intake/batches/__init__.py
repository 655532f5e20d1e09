"""Sheets too long to be read whole: decided once on their beginning, then read batch by batch."""
