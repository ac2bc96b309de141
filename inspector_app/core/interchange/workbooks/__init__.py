"""What is particular to workbooks: their package and its bounds, OpenDocument's cells, what a sheet does not show."""
