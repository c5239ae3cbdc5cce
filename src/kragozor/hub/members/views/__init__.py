"""The pages of the members: companies, their people, invitations, access for the Council."""
