"""The invites of the worked examples."""

BIRCH = {
    "company": "Birch",
    "start": "2026-03-03T10:00",
    "interview_hours": 1,
    "travel_hours": 1,
    "prep_hours_needed": 4,
    "prep_hours_willing": 6,
    "interest": 2,
    "unknown_share": 0.3,
    "closeness": 0.7,
    "offer_chance": 0.35,
    "pay_cover": 1,
    "new_contacts": 3,
    "other_openings": 1,
}
INDIGO = {
    **BIRCH,
    "company": "Indigo",
    "start": None,
    "prep_hours_willing": 4,
    "unknown_share": 0.5,
    "closeness": 0.5,
    "new_contacts": 2,
}
