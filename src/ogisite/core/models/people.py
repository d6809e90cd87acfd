"""People (人员) and what they are appointed to (岗位)."""

from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from ogi.casework.table import case_table


class PersonManager(BaseUserManager["Person"]):
    """Makes people."""

    def create_user(self, login: str, name: str, password: str) -> "Person":
        """Return a new person who can log in."""
        person = self.model(login=login, name=name)
        person.set_password(password)
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser):
    """Somebody who works on the site. `name` is what the ledger says, and nobody else's:
    of two alike, the department goes with it, as in 李敏（征收科）.
    """

    login = models.CharField("用户名", max_length=60, unique=True)
    name = models.CharField("姓名", max_length=60, unique=True)
    phone = models.CharField("电话", max_length=60, blank=True)
    email = models.EmailField("电子邮箱", blank=True)
    is_active = models.BooleanField("可以登录", default=True)
    must_change_password = models.BooleanField("下次登录先改密码", default=False)
    office_weekday = models.PositiveSmallIntegerField("通常办公的星期", null=True, blank=True)
    shortcuts = models.BooleanField("使用快捷键", default=True)
    feed_index = models.CharField(
        "日历地址", max_length=64, blank=True, db_index=True, editable=False
    )

    USERNAME_FIELD = "login"
    REQUIRED_FIELDS = ["name"]
    objects = PersonManager()

    class Meta:
        verbose_name = "人员"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


# What somebody can be appointed to beside the roles of a case, which are the library's.
OTHER_ROLES = {"supervisor": "监督人员", "administrator": "管理员"}


def roles() -> dict[str, str]:
    """Return the roles there are, with their labels."""
    return {**case_table().roles, **OTHER_ROLES}


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    """Appointments."""

    def in_force(self, on: date) -> "AppointmentQuerySet":
        """Return those that hold on a day."""
        return self.filter(
            Q(since__isnull=True) | Q(since__lte=on), Q(until__isnull=True) | Q(until__gte=on)
        )


class Appointment(models.Model):
    """A person's role in an organ (岗位), from a day and until a day."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="appointments")
    organ = models.ForeignKey("core.Organ", models.CASCADE, related_name="appointments")
    role = models.CharField("岗位", max_length=40)
    since = models.DateField("自何日起", null=True, blank=True)
    until = models.DateField("到何日止", null=True, blank=True)
    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = "岗位"
        constraints = [
            models.UniqueConstraint(fields=["person", "organ", "role"], name="one_appointment")
        ]

    def __str__(self) -> str:
        return f"{self.organ} {self.person}：{self.role_label}"

    @property
    def role_label(self) -> str:
        """The role in words."""
        return roles().get(self.role, self.role)
