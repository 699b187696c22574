"""What the application can be asked."""
