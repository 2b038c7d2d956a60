"""present: from a Story to a terminal reading, files and commands."""
