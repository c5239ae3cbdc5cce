"""Ways to raise circularity, their gains computed and not looked up."""
