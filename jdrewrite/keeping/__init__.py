"""What both fronts share with the outside: where sessions are kept, and a visit to the user's own editor."""
