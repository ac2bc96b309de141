"""What shows in a note beside its letters, on the screen alone: misspelt words, marks, headings, live figures."""
