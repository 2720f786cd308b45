"""The joints of the paragraph: for each step the words before and after an answer, for each shape that it can have."""

from __future__ import annotations

from typing import Literal

from jdrewrite.reflection.shapes import Shape

Joints = dict[Shape | Literal["clause", "any", "not", "often", "for", "when"], str]
JOINTS: dict[str, Joints] = {
    "job": {
        "verbs": "I {0}.",
        "to": "My job is {0}.",
        "doing": "My job is {0}.",
        "phrase": "My job: {0}.",
        "clause": "My job is {0}.",
        "aside": "I work {0}.",
        "loose": "My job: {0}.",
    },
    "customers": {
        "phrase": "In the end this is for {0}.",
        "for": "In the end this is {0}.",
        "loose": "For whom it is in the end: {0}.",
    },
    "notice": {
        "aside": "{who} notice my work {0}.",
        "phrase": "What they notice of my work: {0}.",
        "doing": "{who} notice my work when {0}.",
        "to": "{who} notice my work when they come {0}.",
        "sentence": "Where they notice my work: {0}.",
        "loose": "Where they notice my work: {0}.",
    },
    "good": {
        "sentence": "On a good day, {0}.",
        "verbs": "On a good day {they} {0}.",
        "when": "A good day is {0}.",
        "phrase": "A good day, for them: {0}.",
        "to": "On a good day {they} come {0}.",
        "loose": "How they notice a good day: {0}.",
    },
    "bad": {
        "sentence": "On a bad one, {0}.",
        "verbs": "On a bad one {they} {0}.",
        "when": "A bad one is {0}.",
        "phrase": "A bad one: {0}.",
        "to": "On a bad one {they} have {0}.",
        "loose": "How they notice a bad one: {0}.",
    },
    "voice": {
        "phrase": "I hear from {them} through {0}.",
        "aside": "I hear from {them} {0}.",
        "to": "To hear from {them} I have {0}.",
        "sentence": "How I hear from {them}: {0}.",
        "nothing": "From {them} I hear {0}.",
        "not": "What I hear from {them}: {0}.",
        "often": "I {0} hear from {them}.",
        "loose": "How I hear from {them}: {0}.",
    },
    "decide": {
        "verbs": "On my own I may {0}.",
        "to": "For {them} I am free {0}.",
        "phrase": "On my own I may decide about {0}.",
        "clause": "On my own I decide {0}.",
        "any": "On my own I may decide {0}.",
        "not": "What I may decide on my own: {0}.",
        "doing": "What I may do for them on my own: {0}.",
        "aside": "I may decide {0}.",
        "nothing": "On my own I may decide {0}.",
        "loose": "What I may decide on my own: {0}.",
    },
    "share": {
        "phrase": "I should share what I know of {people} with {0}.",
        "aside": "I should share what I know of {people} {0}.",
        "loose": "With whom I should share what I know of {people}: {0}.",
    },
}
"""What fits none of the shapes of its step is told behind a colon, as it was said (``loose``)."""
