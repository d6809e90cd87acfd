"""Settings of a site that only tools look at: for type checking, and for making migrations."""

import os
from pathlib import Path

os.environ["OGISITE_HOME"] = str(Path(__file__).parents[1] / "build" / "home")

from ogisite.config import home, make_keys

make_keys(home())

from ogisite.settings import *  # noqa: E402, F403
