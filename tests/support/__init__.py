"""What several tests need: private servers, windows without a screen, small evidence packs."""
