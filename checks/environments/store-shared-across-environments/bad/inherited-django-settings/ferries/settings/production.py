import os

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "ferries",
        "HOST": "db-main.harbour.test.net",
        "PASSWORD": os.environ["DB_PASSWORD"],
    },
}
