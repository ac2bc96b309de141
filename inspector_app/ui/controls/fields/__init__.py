"""Fields that one fills, with their labels, reasons and choices."""
