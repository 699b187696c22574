"""The parts of the main window around the page: rail, side panel, status line."""
