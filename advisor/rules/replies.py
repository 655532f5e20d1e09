"""When a reply offers more than its answer."""

WORTH_OFFERING = 0.25
"""Value of a motivation (0 … 1) from which a reply that declines still speaks to it: two other
openings, or about three new people in a field that is half yours. A judgement."""
