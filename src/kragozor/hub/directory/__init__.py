"""What everybody sees of the members: pillars, the directory, regions."""
