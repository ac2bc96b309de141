"""The colours of ratings, on paper and on a light screen alike: whoever looks from one to the other sees the same rating."""

# From the lowest rating to the highest; each at least 3:1 on white, and the word and the length always say the same.
ON_WHITE = ("#a3342a", "#955400", "#26734b", "#1a5a87")
