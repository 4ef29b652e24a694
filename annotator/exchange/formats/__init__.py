"""What an export can be written as: one format, one file; `table` lists them."""
