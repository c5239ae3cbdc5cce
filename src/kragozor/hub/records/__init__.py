"""Records in bulk: bringing them in, taking them out, making two into one."""
