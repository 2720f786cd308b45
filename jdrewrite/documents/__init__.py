"""Reading and writing job descriptions, one file a format."""
