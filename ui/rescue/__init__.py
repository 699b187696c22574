"""Recovery when the program starts: damaged files, and words that were never saved."""
