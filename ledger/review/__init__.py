"""The round trip: what people wrote, from the workbook they return into the ledger, and along when its figures change."""
