"""What keeps the window awake: workers, slices, the search for garbage."""
