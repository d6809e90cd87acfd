"""A supervisor's reports: many organs, five kinds of files, a third with one fault planted."""
