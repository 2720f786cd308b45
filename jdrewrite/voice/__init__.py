"""The voice of the customer: comments, freed of personal data, routed to the functions where their cause lies."""
