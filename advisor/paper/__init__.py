"""What a plan becomes on paper: documents composed from plan, advice and evidence."""
