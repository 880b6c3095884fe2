"""Answers: what a page or an address of the API shows, read from the warehouse. One module per subject; no HTML and no HTTP here."""
