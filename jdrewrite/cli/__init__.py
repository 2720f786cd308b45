"""Command line: one file a command. ``output`` owns stdout, ``diagnostics`` owns stderr and the exit codes."""
