"""What the application can be asked: the only way in for the window and the command line."""
