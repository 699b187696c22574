"""The promises of ui.theme."""
