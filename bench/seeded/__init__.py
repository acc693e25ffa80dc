"""Planted errors and near misses for each check, in running text of our own: recall and false alarms."""
