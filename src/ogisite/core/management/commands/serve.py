"""`ogisite serve`: serve the site on this machine, and do its background work."""

import subprocess
import sys
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand
from django.core.management.base import CommandParser


class Command(BaseCommand):
    help = "在本机开通平台，后台任务一并运行；按Ctrl-C停止"

    def add_arguments(self, parser: CommandParser) -> None:
        """Take where to listen, and how many processes answer."""
        parser.add_argument("--bind", default="127.0.0.1:8000", help="地址和端口")
        parser.add_argument("--processes", type=int, default=2, help="网页进程数")

    def handle(self, *args: Any, **options: Any) -> None:
        """Start the web server and the worker; whichever ends takes the other with it."""
        web = [sys.executable, "-m", "gunicorn", "ogisite.wsgi", "--bind", options["bind"]]
        web += ["--workers", str(options["processes"]), "--no-control-socket"]
        worker = [sys.executable, "-m", "ogisite", "db_worker"]
        self.stdout.write(f"{settings.CONFIG.platform}：http://{options['bind']}/")
        running = [subprocess.Popen(command) for command in (web, worker)]
        try:
            running[0].wait()
        except KeyboardInterrupt:
            pass
        finally:
            for one in running:
                one.terminate()
            for one in running:
                one.wait()
