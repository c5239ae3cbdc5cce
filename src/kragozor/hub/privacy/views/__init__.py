"""Pages about personal data: for everybody, for each person, for the Council."""
