"""`ogisite init`: set up a site in its home, and its first administrator."""

import getpass
import secrets
import sys
from typing import Any

from django.core.management import BaseCommand, call_command
from django.core.management.base import CommandParser

from ogisite.config import home
from ogisite.core.models import Appointment, Organ, Person


class Command(BaseCommand):
    help = "在OGISITE_HOME（没有设的是当前目录的var）里建立平台：密钥、数据库、第一个机关和管理员"

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the names, so that nothing is asked where there is no terminal."""
        parser.add_argument("--organ", help="第一个机关的名称，如 临溪县人民政府")
        parser.add_argument(
            "--kind", default="government", help="机关类别，如 government、department"
        )
        parser.add_argument("--administrator", help="管理员姓名")
        parser.add_argument("--login", help="管理员用户名")

    def handle(self, *args: Any, **options: Any) -> None:
        """Set everything up; what exists is left alone."""
        call_command("migrate", verbosity=0)
        self.stdout.write(f"平台在{home()}，数据库已就绪")
        if not options["organ"]:
            self.stdout.write(
                "还没有机关的，加上 --organ 名称 --administrator 姓名 --login 用户名 再运行一次"
            )
            return
        organ, _ = Organ.objects.get_or_create(
            name=options["organ"], defaults={"kind": options["kind"]}
        )
        login = options["login"] or "admin"
        if Person.objects.filter(login=login).exists():
            self.stdout.write(f"已经有用户{login}，没有改动")
            return
        password = _password()
        person = Person.objects.create_user(login, options["administrator"] or "管理员", password)
        person.must_change_password = True
        person.save(update_fields=["must_change_password"])
        Appointment.objects.create(person=person, organ=organ, role="administrator")
        self.stdout.write(f"管理员{person.name}，用户名{login}，一次性密码：{password}")


def _password() -> str:
    """Return a password that the administrator types, or a random one where nobody can."""
    if sys.stdin.isatty():
        return getpass.getpass("管理员的密码（回车则随机）：") or secrets.token_urlsafe(12)
    return secrets.token_urlsafe(12)
