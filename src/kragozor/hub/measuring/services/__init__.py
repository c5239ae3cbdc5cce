"""What changes inventories and their measurings: each change is whole, and written down."""
