"""The panel beside the wizard that says what the answers mean so far."""
