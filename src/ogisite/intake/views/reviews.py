"""Reviewing, signing, sending a reply (审核、签发、发出): with the letter in view."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe
from django_otp import devices_for_user

from ogi.casework import act_label
from ogisite.core.desk import DeskRequest, for_people
from ogisite.intake.act_pages import opening_of
from ogisite.intake.fields import DayField, required
from ogisite.intake.models import Case
from ogisite.intake.reviewing import comparison, review_page
from ogisite.intake.services.recording import ActRefusedError
from ogisite.intake.services.reviewing import Opinion, review, send, sign
from ogisite.intake.views.case import visible_case


class OpinionForm(forms.Form):
    """The opinion of a reviewer; nothing is ticked beforehand."""

    approved = required(
        forms.ChoiceField(label="审核意见", choices=[("yes", "同意"), ("no", "退回修改")])
    )
    opinion = forms.CharField(
        label="意见",
        max_length=2000,
        required=False,
        widget=forms.Textarea,
        help_text="同意时可以不写；退回的，写明改什么",
    )
    digest = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)


class SignForm(forms.Form):
    """What a signer gives: the code of the second factor."""

    code = forms.CharField(
        label="动态口令", max_length=6, required=False, help_text="手机上的6位数字"
    )
    digest = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)


class SendForm(forms.Form):
    """The day on which a reply goes out."""

    day = required(DayField(label="发出日期"))


@for_people
@require_http_methods(["GET", "POST"])
def opinion(request: DeskRequest, pk: int, key: str) -> HttpResponse:
    """Show the draft to its reviewer, or record their opinion."""
    case = visible_case(request, pk)
    opening_of(case, request.user, key, localdate())
    form = OpinionForm(_sent(request))

    def done() -> str:
        given = form.cleaned_data
        said = Opinion(key, given["approved"] == "yes", given["opinion"], given["digest"])
        review(case, said, by=request.user, at=timezone.now())
        return f"{act_label(key)}：{'同意' if said.approved else '已退回修改'}"

    return _answer(request, case, form, "desk/review.html", key, done)


@for_people
@require_http_methods(["GET", "POST"])
def signing(request: DeskRequest, pk: int) -> HttpResponse:
    """Show the letter to its signer, or sign it and give it its number."""
    case = visible_case(request, pk)
    opening_of(case, request.user, "signed", localdate())
    form = SignForm(_sent(request))

    def done() -> str:
        given = form.cleaned_data
        made = sign(case, given["digest"], given["code"], by=request.user, at=timezone.now())
        return f"已签发，文号{made.number}"

    return _answer(request, case, form, "desk/sign.html", "signed", done)


@for_people
@require_http_methods(["GET", "POST"])
def sending(request: DeskRequest, pk: int) -> HttpResponse:
    """Show the signed letter, or record that it goes out."""
    case = visible_case(request, pk)
    opening_of(case, request.user, "replied", localdate())
    form = SendForm(_sent(request), initial={"day": localdate()})

    def done() -> str:
        made = send(case, form.cleaned_data["day"], by=request.user, at=timezone.now())
        return f"已答复，文号{made.number}；送达以后再登记送达"

    return _answer(request, case, form, "desk/send.html", "replied", done)


@for_people
@require_safe
def compare(request: DeskRequest, pk: int) -> HttpResponse:
    """Show what changed since the draft that came back."""
    case = visible_case(request, pk)
    found = comparison(case)
    if found is None:
        raise Http404
    return render(request, "desk/compare.html", {"case": case, "found": found})


def _sent(request: DeskRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _answer(
    request: DeskRequest,
    case: Case,
    form: forms.Form,
    template: str,
    key: str,
    done: Callable[[], str],
) -> HttpResponse:
    """Do it and go back to the case, or show the page with what speaks against it."""
    if request.method == "POST" and form.is_valid():
        try:
            messages.success(request, done())
            return redirect("intake:case", case.pk)
        except ActRefusedError as error:
            for reason in error.reasons:
                form.add_error(None, reason)
    context = {
        "case": case,
        "form": form,
        "page": review_page(case, localdate()),
        "label": act_label(key),
        "asks_code": case.organ.signs_with_code or any(devices_for_user(request.user)),
    }
    return render(request, template, context, status=422 if form.errors else 200)
