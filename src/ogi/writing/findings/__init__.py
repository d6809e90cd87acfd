"""What a check of one or many reports found, as files: tables, an index page, exchange formats."""
