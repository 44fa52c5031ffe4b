"""The letters of the columns of a spreadsheet."""

from __future__ import annotations


def column_letters(number: int) -> str:
    """Return the letters of a column by its number from 1: A, B, ... Z, AA."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Return the number of a column from 1 by its letters."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
