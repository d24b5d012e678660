export DB_URL="postgresql://ferries:{{fake:password:database}}@db.ferries.io:5432/ferries"
node import.js
