"""Item models over values of the domain."""
