"""Self-contained HTML reports out of charts and tables."""
