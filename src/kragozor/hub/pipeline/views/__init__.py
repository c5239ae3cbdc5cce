"""The pages of recruitment: staff act, the board reads."""
