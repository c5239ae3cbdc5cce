"""Who may become a member, how far they have come, and what comes next."""
