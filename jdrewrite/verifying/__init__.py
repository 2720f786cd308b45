"""verifying."""
