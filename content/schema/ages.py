"""The age bands that a child may name, and for which a step of a lesson may be meant."""

from enum import StrEnum


class AgeBand(StrEnum):
    """Asked once, optional."""

    YOUNGER = "10_12"
    MIDDLE = "13_15"
    OLDER = "16_17"
