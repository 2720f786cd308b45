"""Word files: reading every story, and writing edits as tracked changes.

``package`` opens the zip, ``stories`` finds the paragraphs, ``visible`` says what a reader sees of one and where each
character stands, ``reader`` makes blocks. ``writer`` puts edits back: ``runs`` divides runs, ``marker`` makes revision
marks, ``changes`` changes words of a paragraph, ``insertion`` adds paragraphs, ``comments`` writes into the margin.
docs/word.md says which part of the standard this is.
"""
