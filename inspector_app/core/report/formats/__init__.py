"""A report in other formats than PDF: for word processors, for a browser, and its tables as a workbook."""
