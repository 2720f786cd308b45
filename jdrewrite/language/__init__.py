"""Language tools behind frozen values: the model, sentences, words, and the parse of one statement."""
