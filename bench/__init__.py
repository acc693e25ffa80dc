"""Scores of the installed factledger on the public benchmarks, beside what other tools reach, held by a ratchet."""
