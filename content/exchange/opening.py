"""Opens a workbook that came from outside: bounded, without formulas worked out, or not at all."""

import warnings
import zipfile
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook

from content.exchange.faults import SpreadsheetError

LARGEST_FILE = 20_000_000
LARGEST_UNPACKED = 200_000_000
"""Bytes. All content takes less than a hundredth of it; a file that unpacks to more is a trap."""


def opened(path: Path) -> Workbook:
    """The workbook, with formulas as formulas.

    Raises:
        SpreadsheetError: it is too large, or no workbook.
    """
    try:
        _refuse_large(path)
        with warnings.catch_warnings():
            # What the library cannot keep (a picture, a date out of range) does not matter for texts.
            warnings.simplefilter("ignore")
            # From memory: the library leaves a file open when it stumbles.
            data = BytesIO(path.read_bytes())
            return load_workbook(data, data_only=False, keep_links=False, rich_text=False)
    except SpreadsheetError:
        raise
    except Exception as error:  # A damaged or hostile file makes the library raise nearly anything.
        why = type(error.__cause__ or error).__name__
        raise SpreadsheetError(f"{path.name} cannot be read as .xlsx ({why})") from error


def _refuse_large(path: Path) -> None:
    if path.stat().st_size > LARGEST_FILE:
        raise SpreadsheetError(f"{path.name} is larger than {LARGEST_FILE // 1_000_000} MB")
    with zipfile.ZipFile(path) as packed:
        unpacked = sum(one.file_size for one in packed.infolist())
    if unpacked > LARGEST_UNPACKED:
        raise SpreadsheetError(f"{path.name} unpacks to more than {LARGEST_UNPACKED // 1_000_000} MB")
