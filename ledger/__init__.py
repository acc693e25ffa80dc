"""factledger: every numeric claim of a folder of articles, reconciled and flagged."""
