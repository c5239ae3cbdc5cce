"""The members as the Council sees them: its staff acts, its board reads."""
