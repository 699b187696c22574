"""Whether an evidence pack is sound."""
