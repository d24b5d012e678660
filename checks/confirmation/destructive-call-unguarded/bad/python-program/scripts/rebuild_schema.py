"""Builds the booking tables anew."""
import os

from dotenv import load_dotenv
from ferries.models import Base
from sqlalchemy import create_engine

load_dotenv(".env.production")


def rebuild():
    engine = create_engine(os.environ["DATABASE_URL"])
    Base.metadata.drop_all(engine)
    Base.metadata.create_all(engine)


if __name__ == "__main__":
    rebuild()
