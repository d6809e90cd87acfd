"""The administrator's pages (机关与人员): organs, their people, what was changed."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ogisite.core.desk import DeskRequest, for_people
from ogisite.core.forms import OrganForm, PersonForm, RolesForm
from ogisite.core.models import Appointment, Organ, Person
from ogisite.core.policy import Refused, administered_organs, may_govern
from ogisite.core.services import people
from ogisite.core.services.organs import change_organ


def _organ(request: DeskRequest, pk: int) -> Organ:
    return get_object_or_404(administered_organs(request.user, localdate()), pk=pk)


def _person(organ: Organ, pk: int) -> Person:
    return get_object_or_404(Person.objects.filter(appointments__organ=organ).distinct(), pk=pk)


@for_people
@require_safe
def organs(request: DeskRequest) -> HttpResponse:
    """Show the organs that a person administers."""
    found = administered_organs(request.user, localdate()).select_related("parent")
    if not found:
        raise Refused("机关和人员由管理员管理")
    return render(request, "desk/organs.html", {"organs": found})


@for_people
@require_safe
def organ(request: DeskRequest, pk: int) -> HttpResponse:
    """Show the people of an organ with their roles, and what was changed."""
    found = _organ(request, pk)
    context = {
        "one": found,
        "people": people_of(found),
        "changes": found.changes.select_related("by")[:30],
    }
    return render(request, "desk/organ.html", context)


def people_of(organ: Organ) -> list[tuple[Person, list[Appointment]]]:
    """Return the people of an organ, each with what they are appointed to."""
    found: dict[Person, list[Appointment]] = {}
    held = Appointment.objects.filter(organ=organ).select_related("person")
    for one in held.order_by("person__name", "pk"):
        found.setdefault(one.person, []).append(one)
    return list(found.items())


@for_people
@require_http_methods(["GET", "POST"])
def change(request: DeskRequest, pk: int) -> HttpResponse:
    """Show the particulars of an organ, or set them."""
    found = _organ(request, pk)
    form = OrganForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        change_organ(found, form.values, by=request.user, at=timezone.now())
        messages.success(request, f"{found}的机关信息已保存")
        return redirect("core:organ", pk)
    status = 422 if request.method == "POST" else 200
    return render(request, "desk/organ_edit.html", {"one": found, "form": form}, status=status)


@never_cache
@for_people
@require_http_methods(["GET", "POST"])
def add(request: DeskRequest, pk: int) -> HttpResponse:
    """Show the form for a new person, or add one and show their password, once."""
    found = _organ(request, pk)
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        who, password = people.add_person(
            found, form.person, form.held, by=request.user, at=timezone.now()
        )
        context = {"one": found, "who": who, "password": password}
        return render(request, "desk/password_once.html", context)
    status = 422 if request.method == "POST" else 200
    return render(request, "desk/person_add.html", {"one": found, "form": form}, status=status)


@for_people
@require_http_methods(["GET", "POST"])
def person(request: DeskRequest, pk: int, who: int) -> HttpResponse:
    """Show the roles of a person, or set them."""
    found = _organ(request, pk)
    shown = _person(found, who)
    held = {one.role: one for one in shown.appointments.filter(organ=found)}
    form = RolesForm(request.POST or None, held=held)
    if request.method == "POST" and form.is_valid():
        people.appoint(shown, found, form.held, by=request.user, at=timezone.now())
        messages.success(request, f"{shown.name}的岗位已保存")
        return redirect("core:organ", pk)
    may = may_govern(request.user, shown, localdate())
    context = {"one": found, "who": shown, "form": form, "may_govern": may}
    status = 422 if form.errors else 200
    return render(request, "desk/person.html", context, status=status)


@never_cache
@for_people
@require_POST
def access(request: DeskRequest, pk: int, who: int, act: str) -> HttpResponse:
    """Lock a person out, let them in again, or give them a new password, shown once."""
    found, at = _organ(request, pk), timezone.now()
    shown = _person(found, who)
    if act == "reset":
        password = people.reset_password(shown, found, by=request.user, at=at)
        context = {"one": found, "who": shown, "password": password}
        return render(request, "desk/password_once.html", context)
    acts = {"lock": (people.lock_out, "停用"), "open": (people.let_in, "恢复")}
    if act not in acts:
        raise Http404
    acts[act][0](shown, found, by=request.user, at=at)
    messages.success(request, f"已{acts[act][1]}{shown.name}的登录")
    return redirect("core:person", pk, who)
