"""The offline engine: deterministic writing from the parse and the catalogue of the function."""
