"""The pages of measuring: start, facts, result, history, sharing, files."""
