"""What every room of the hub shares: pages, forms, formats, jobs, the audit log."""
