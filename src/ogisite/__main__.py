"""The command `ogisite`: set up, serve and look after a site."""

import os
import sys

from ogisite.config import NotSetUpError, home, make_keys


def main() -> None:
    """Run a command of the site; `ogisite help` lists them."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ogisite.settings")
    if sys.argv[1:2] == ["init"]:
        make_keys(home())
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(["ogisite", *sys.argv[1:]])
    except NotSetUpError as error:
        sys.exit(f"ogisite: {error}")


if __name__ == "__main__":
    main()
