"""Texts of our own, marked by hands that had not seen the extractor: sentences with their quantities, events with their facts."""
