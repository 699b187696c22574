"""The paper page: look at a document, save it, and read a filled-in checklist back."""
