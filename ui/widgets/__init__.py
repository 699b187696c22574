"""The pieces every screen is built from: named, keyboard-operable, wrapping, in every theme."""
