"""`python -m ledger` is `factledger`."""

from ledger.cli import main

if __name__ == "__main__":
    main()
