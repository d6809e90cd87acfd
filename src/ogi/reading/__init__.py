"""Read documents into annual reports."""
