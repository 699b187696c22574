"""The version of the program: pyproject.toml, the window and the command line read it here."""

VERSION = "0.1.0"
