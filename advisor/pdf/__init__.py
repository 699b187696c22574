"""Documents as accessible PDF files, and filled-in forms read back."""
