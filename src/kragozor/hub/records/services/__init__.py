"""What brings records in, takes them out, and makes two into one."""
