"""What staff are asked about files, columns and exports."""
