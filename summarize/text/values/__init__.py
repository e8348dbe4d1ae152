"""Values: days, numbers, names, yes and no, as sentences give them, and whether two can be true."""
