"""Where a new line has its place, whoever writes it."""
