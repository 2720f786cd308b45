"""Command line: one file a command; ``output`` owns stdout, ``diagnostics`` stderr and the exit codes."""
