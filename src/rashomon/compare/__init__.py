"""compare: from the analyses of one story to what links them."""
