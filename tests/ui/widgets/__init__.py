"""The promises of ui.widgets."""
