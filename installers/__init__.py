"""What makes the things that people install: a folder, a Debian package, an AppImage."""
