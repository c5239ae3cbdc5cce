"""Everything on record as tables, and the files they are written to."""
