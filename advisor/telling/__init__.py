"""The advice in words, once: window, paper and terminal lay the same values out."""
