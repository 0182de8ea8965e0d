"""The reasoned checks, one a file; each file holds one check of its own name and is found by being here."""
