"""What all content models share: frozen, no unknown fields, trimmed strings."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
"""A stable id: it is stored with a child's progress and is never reused for something else."""

Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""Text that a person reads."""


class ContentModel(BaseModel):
    """A piece of content; immutable once loaded."""

    model_config = ConfigDict(frozen=True, extra="forbid")
