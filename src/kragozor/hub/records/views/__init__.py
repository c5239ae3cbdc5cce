"""The Council's pages for records in bulk."""
