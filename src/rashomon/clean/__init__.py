"""clean: from an Article to labelled Blocks over its untouched text."""
