environment           = "production"
database_is_protected = true
