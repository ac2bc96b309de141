"""Earlier inspections beside this one: chosen files and inspections of this laptop, their ratings and Yes rates."""
