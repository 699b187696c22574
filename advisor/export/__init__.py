"""Plan and advice on paper and as data."""
