"""GRACE and GRACE-FO products, and the comparison with them."""
