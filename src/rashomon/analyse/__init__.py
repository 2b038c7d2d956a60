"""analyse: from an article and its blocks to what it says: names, times, attributions with their stance, claims."""
