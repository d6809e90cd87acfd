"""Applying (申请公开): to whom, what, who, how; checked, and submitted once."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ogi.casework import Channel
from ogi.casework.receipt import receipt_rule
from ogisite.core.addresses import network_of
from ogisite.core.models import Organ
from ogisite.core.services.limits import TooOftenError, note, use
from ogisite.core.services.limits import check as check_limit
from ogisite.intake.ways import WAYS
from ogisite.portal.forms import STEPS
from ogisite.portal.limits import limit
from ogisite.portal.models import Filling
from ogisite.portal.organs import host_organ, offline_of
from ogisite.portal.pages import Problem, page, problems_of, too_often
from ogisite.portal.posting import forms_of, take_in
from ogisite.portal.selectors import answering_organs
from ogisite.portal.services.fillings import begin, content_of, direct, put_by, submit
from ogisite.portal.terms import terms
from ogisite.portal.visits import fill, filling_of, hand_receipt, receipt_of

_NEXT = {"what": "who", "who": "how", "how": "check"}
_BEFORE = {"what": "start", "who": "what", "how": "who", "check": "how"}


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Say what it takes, and let the visitor choose an organ."""
    at, organs = timezone.now(), list(answering_organs(localdate()))
    filling = filling_of(request, at=at)
    problems: list[Problem] = []
    if request.method == "POST":
        chosen = next((one for one in organs if str(one.pk) == request.POST.get("organ")), None)
        if chosen:
            try:
                return _begun(request, filling, chosen)
            except TooOftenError as error:
                return too_often(request, error, reverse("portal:apply"))
        problems = [Problem("id_organ", _("没有选向哪个机关申请"))]
    context = {
        "organs": organs,
        "filling": filling,
        "offline": offline_of(host_organ()),
        "terms": terms(localdate()),
    }
    return page(request, "apply", context, problems)


def _begun(request: HttpRequest, filling: Filling | None, organ: Organ) -> HttpResponse:
    at = timezone.now()
    if filling:
        direct(filling, organ, at=at)
    else:
        use(limit("fill"), network_of(request), at=at)
        filling = begin(organ, at=at)
        fill(request, filling)
    if request.POST.get("how") == "page":
        return redirect("portal:form")
    return redirect("portal:step", "what")


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, name: str) -> HttpResponse:
    """Show one step, or keep it and go on, back, or away for today."""
    at = timezone.now()
    filling = filling_of(request, at=at)
    if filling is None:
        return _gone(request)
    problems: list[Problem] = []
    form = forms_of(filling, checked=False)[name]
    if request.method == "POST":
        problems = take_in(request, filling, at=at)
        if where := _aside(request, name):
            return where
        form = forms_of(filling, checked=True)[name]
        problems = [*problems_of([form]), *problems]
        if not problems:
            return _to(_NEXT[name])
    return page(request, f"apply_{name}", _context(filling, name, form), problems)


def _gone(request: HttpRequest) -> HttpResponse:
    """Return to where an application begins, or to the receipt of the one that was sent."""
    receipt = receipt_of(request, at=timezone.now())
    if receipt and request.POST.get("submission") == str(receipt.key):
        return redirect("portal:receipt")
    return redirect("portal:apply")


def _to(name: str) -> HttpResponse:
    if name in ("start", "check", "form"):
        return redirect({"start": "portal:apply"}.get(name, f"portal:{name}"))
    return redirect("portal:step", name)


def _aside(request: HttpRequest, name: str) -> HttpResponse | None:
    """Return where to go when the visitor does not go on: back, away, or a file was dropped."""
    if request.POST.get("drop"):
        return _to(name)
    go = request.POST.get("go")
    if go == "back":
        return _to(_BEFORE[name])
    return redirect("portal:saved") if go == "save" else None


def _context(filling: Filling, name: str, form: forms.Form) -> dict[str, object]:
    kept = content_of(filling).get("files", [])
    return {
        "filling": filling,
        "step": name,
        "number": [*STEPS, "check"].index(name) + 1,
        "form": form,
        "kept": kept,
        "supplements": [one for one in kept if one["kind"] == "application"],
        "papers": [one for one in kept if one["kind"] == "identity"],
        "offline": offline_of(filling.organ),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """Show everything once more, and submit it."""
    at = timezone.now()
    filling = filling_of(request, at=at)
    if filling is None:
        return _gone(request)
    if request.method == "POST" and (where := _aside(request, "check")):
        return where
    found = forms_of(filling, checked=True)
    problems = problems_of(found.values())
    if request.method == "POST" and not problems:
        return _submitted(request, filling, found, "portal:check")
    context = _context(filling, "check", found["how"])
    content = content_of(filling)
    way = content.get("way", "")
    context |= {"content": content, "forms": found, "way": _(WAYS[way]) if way in WAYS else ""}
    answer = page(request, "apply_check", context, problems)
    answer.status_code = 422 if problems and request.method == "POST" else 200
    return answer


def _submitted(
    request: HttpRequest, filling: Filling, found: dict[str, forms.Form], back: str
) -> HttpResponse:
    at = timezone.now()
    try:
        check_limit(limit("submit"), network_of(request), at=at)
    except TooOftenError as error:
        return too_often(request, error, reverse(back))
    given = {name: value for form in found.values() for name, value in form.cleaned_data.items()}
    submitted, is_new = submit(filling, given, at=at)
    if is_new:
        note(limit("submit"), network_of(request), at=at)
    hand_receipt(request, submitted)
    return redirect("portal:receipt")


@require_http_methods(["GET", "HEAD", "POST"])
def whole(request: HttpRequest) -> HttpResponse:
    """Show everything on one page, or submit it."""
    at = timezone.now()
    filling = filling_of(request, at=at)
    if filling is None:
        return _gone(request)
    found, problems = forms_of(filling, checked=False), list[Problem]()
    if request.method == "POST":
        problems = take_in(request, filling, at=at)
        if where := _aside(request, "form"):
            return where
        found = forms_of(filling, checked=True)
        problems = [*problems_of(found.values()), *problems]
        if not problems:
            return _submitted(request, filling, found, "portal:form")
    context = _context(filling, "check", found["how"]) | {"forms": found, "step": "form"}
    return page(request, "apply_form", context, problems)


@require_safe
def receipt(request: HttpRequest) -> HttpResponse:
    """Show the number and the code, once and for a while, to be printed or written down."""
    filling = receipt_of(request, at=timezone.now())
    if filling is None or filling.case is None:
        return redirect("portal:track")
    code, rule = filling.receipt_code, receipt_rule(Channel.ONLINE, by_platform=True)
    context = {
        "receipt_why": rule.why,
        "receipt_cites": rule.cites,
        "terms": terms(localdate()),
        "case": filling.case,
        "code": f"{code[:4]} {code[4:8]} {code[8:]}",
        "offline": offline_of(filling.organ),
    }
    return page(request, "receipt", context)


@require_safe
def saved(request: HttpRequest) -> HttpResponse:
    """Say until when an application is kept, and by which code it is taken up elsewhere."""
    at = timezone.now()
    filling = filling_of(request, at=at)
    if filling is None:
        return redirect("portal:apply")
    code = put_by(filling, at=at)
    shown = f"{code[:4]} {code[4:8]} {code[8:]}"
    return page(request, "saved", {"filling": filling, "code": shown})
