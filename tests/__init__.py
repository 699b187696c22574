"""What the advisor promises, one test for each promise."""
