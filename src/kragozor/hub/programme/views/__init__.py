"""The pages of the programme: for the Council, and the progress that everybody sees."""
