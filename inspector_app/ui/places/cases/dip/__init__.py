"""The dip sample: cases drawn by a seed that anyone can draw by again, and the verification of what is answered on them."""
