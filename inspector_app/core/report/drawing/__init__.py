"""A report drawn on pages: its look, its flowables, their tags. ReportLab is loaded here."""
