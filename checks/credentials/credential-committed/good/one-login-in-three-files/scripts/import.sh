node import.js "$DATABASE_URL"
