"""The exceptions a caller can meet: one small tree, each message a sentence with the next step."""

from __future__ import annotations


class SummarizeError(Exception):
    """Something the user can mend; its text is prose that names the file and what to do."""


class SourceError(SummarizeError):
    """A source cannot be read as an article."""


class NothingToSummarizeError(SummarizeError):
    """No source yielded a sentence, or no sentence fits the length asked for."""


class ModelError(SummarizeError):
    """An embedding model is missing, is no model, or its weights fail their checksum."""


class UsageError(SummarizeError):
    """Settings that contradict one another or lie outside their range."""
