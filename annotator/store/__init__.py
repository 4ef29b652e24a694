"""The SQLite project file: schema, migrations, ledger, search."""
