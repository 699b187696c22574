"""The chain picture: in this context, this may happen, leading to."""
