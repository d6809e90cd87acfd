"""How long reading and checking take, against the floor of each format in the same run."""
