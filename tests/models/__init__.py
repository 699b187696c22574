"""The values of the field: what they promise beyond their types."""
