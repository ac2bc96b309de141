"""Draft findings and recommendations, and their pages."""
