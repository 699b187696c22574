"""The compare page: two plans side by side, in answers and in advice."""
