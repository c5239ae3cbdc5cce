"""What people are asked, about themselves and about others."""
