"""The promises of ui.shell."""
