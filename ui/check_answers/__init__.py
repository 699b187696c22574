"""Everything that was answered, on one page, each answer a step from being changed."""
