"""What applicants are asked, and what staff decide."""
