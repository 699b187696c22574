"""The wizard: a page of related questions at a time, saved as they are answered."""
