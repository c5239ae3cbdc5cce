"""A person's own pages, and the Council's pages about people."""
