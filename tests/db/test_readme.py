"""db/README.md and the tables say the same."""

import re
from pathlib import Path

from sqlalchemy import LargeBinary

import db
from db.tables import metadata

README = Path(db.__file__).with_name("README.md").read_text("utf-8")
ROWS = {match[1]: match[0] for match in re.finditer(r"^\| `(\w+)` \|.*$", README, flags=re.MULTILINE)}


def test_it_describes_every_table_and_no_other() -> None:
    assert sorted(ROWS) == sorted(metadata.tables)


def test_it_names_every_sealed_column() -> None:
    missing = [
        f"{table.name}.{column.name}"
        for table in metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, LargeBinary) and f"`{column.name}`" not in ROWS[table.name]
    ]
    assert missing == []


def test_it_names_every_file_of_the_folder() -> None:
    files = {path.name for path in Path(db.__file__).parent.glob("*.py")} - {"__init__.py"}
    assert sorted(file for file in files if f"`{file}`" not in README) == []
