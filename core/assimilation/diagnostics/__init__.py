"""What innovations and increments say of the assumed errors, spread and water budget."""
