"""What the program keeps to itself: words, files, and the network."""
