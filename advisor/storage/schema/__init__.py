"""The tables, and how older ones become newer ones."""
