"""What is only looked at, never pressed: pictures beside words, lists of signs and numbers, facts by name, bars."""
