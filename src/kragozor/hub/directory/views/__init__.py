"""Pages for everybody: pillars, members, regions; and one for the staff."""
