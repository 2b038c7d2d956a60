"""The benchmark of accounts and the scorers."""
