"""What this room does: it takes requests, erases, exports, purges, and erases once more."""
