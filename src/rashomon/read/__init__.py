"""read: from a file, a page or a record to an Article."""
