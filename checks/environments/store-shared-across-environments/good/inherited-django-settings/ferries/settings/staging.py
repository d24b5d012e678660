from .production import *

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "ferries",
        "HOST": "db-staging.harbour.test.net",
        "PASSWORD": os.environ["DB_PASSWORD"],
    },
}
