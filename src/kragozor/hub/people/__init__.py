"""People with an account: who they are, how they sign in, in which language they read."""
