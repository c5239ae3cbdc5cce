"""What may be asked about imports, duplicates and exports."""
