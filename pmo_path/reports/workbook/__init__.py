"""The summary of a team as a workbook."""
