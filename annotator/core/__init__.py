"""Values and rules. No Qt, no files, no clock."""
