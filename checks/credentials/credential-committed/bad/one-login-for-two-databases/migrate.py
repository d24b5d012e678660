OLD_DSN = "postgresql://ferries:{{fake:password:database}}@db.ferries.io:5432/tours_v4"
NEW_DSN = "postgresql://ferries:{{fake:password:database}}@db.ferries.io:5432/tours_v5"
