"""Tables to what people see: words, charts, tables, files to take along. Scores nothing."""
