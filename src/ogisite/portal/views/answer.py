"""The answer of who was asked (征求意见): a third party or another organ, by a one-time link."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from ogisite.core.addresses import network_of
from ogisite.core.services.files import Accepted
from ogisite.core.services.limits import TooOftenError, check, note, use
from ogisite.intake.models import Invitation
from ogisite.intake.services.invitations import answer, invitation_of
from ogisite.intake.services.recording import ActRefusedError
from ogisite.portal.asked import Said, problems_in, question_of, said_in
from ogisite.portal.limits import limit
from ogisite.portal.organs import host_organ, offline_of
from ogisite.portal.pages import Problem, page, too_often
from ogisite.portal.posting import papers_of
from ogisite.portal.services.answers import attach


@require_http_methods(["GET", "HEAD", "POST"])
def invited(request: HttpRequest, token: str) -> HttpResponse:
    """Show what is asked, or take the answer in; a link that does not open says so."""
    at, source = timezone.now(), network_of(request)
    try:
        check(limit("link"), source, at=at)
    except TooOftenError as error:
        return too_often(request, error, reverse("portal:home"))
    invitation = invitation_of(token, at=at)
    question = question_of(invitation) if invitation else None
    if invitation is None or question is None:
        note(limit("link"), source, at=at)
        gone = page(request, "answer_gone", {"offline": offline_of(host_organ())})
        gone.status_code = 410
        return gone
    said, problems = said_in(request), list[Problem]()
    if request.method == "POST":
        papers, problems = papers_of(request, problems_in(said, question), at=at)
        if not problems:
            return _taken(request, invitation, said, papers)
    context = {"question": question, "said": said, "offline": offline_of(invitation.case.organ)}
    return page(request, "answer", context, problems)


def _taken(
    request: HttpRequest, invitation: Invitation, said: Said, papers: list[Accepted]
) -> HttpResponse:
    at, problems = timezone.now(), list[Problem]()
    try:
        use(limit("answer"), network_of(request), at=at)
        with transaction.atomic():
            answer(
                invitation,
                consents=said.choice == "all",
                consents_to=said.consents_to,
                reasons=said.reasons.strip(),
                at=at,
            )
            attach(invitation.case, papers, at=at)
    except TooOftenError as error:
        return too_often(request, error, request.path)
    except ActRefusedError as error:
        problems = [Problem("", reason) for reason in error.reasons]
    context = {"offline": offline_of(invitation.case.organ), "said": said, "at": at}
    return page(request, "answer_done", context, problems)
