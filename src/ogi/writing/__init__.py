"""What the library writes: JSON, and pages of reports and findings (输出)."""
