"""What the operating system tells the window, and what is kept from it: away, idle, captures, clipboard."""
