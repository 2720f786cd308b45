"""The reflection exercise and the listening test: what people say their job is, and whether the customer is in it."""
