from django.urls import path

from ogisite.intake.reviewing import REVIEWS
from ogisite.intake.views import (
    acts,
    case,
    desk,
    drafts,
    feed,
    files,
    letters,
    parties,
    register,
    reviews,
)

app_name = "intake"
urlpatterns = [
    path("", desk.home, name="home"),
    path("calendar/<str:token>.ics", feed.feed, name="feed"),
    path("cases/", desk.cases, name="cases"),
    path("cases/export.xlsx", desk.export, name="export"),
    path("cases/new/", register.new, name="new"),
    path("cases/<int:pk>/", case.handling, name="case"),
    path("cases/<int:pk>/clock/", case.clock, name="clock"),
    path("cases/<int:pk>/ledger.json", case.ledger, name="ledger"),
    path("cases/<int:pk>/acts/drafted/", drafts.draft, name="draft"),
    *(
        path(f"cases/<int:pk>/acts/{key}/", reviews.opinion, {"key": key}, name=key)
        for key in REVIEWS
    ),
    path("cases/<int:pk>/acts/signed/", reviews.signing, name="sign"),
    path("cases/<int:pk>/acts/replied/", reviews.sending, name="send"),
    path("cases/<int:pk>/files/", files.papers, name="files"),
    path("cases/<int:pk>/files/<int:paper>/", files.paper_file, name="paper"),
    path("cases/<int:pk>/files/<int:paper>/attach/", files.attach, name="attach"),
    path("cases/<int:pk>/parties/", parties.parties, name="parties"),
    path("cases/<int:pk>/parties/invite/", parties.invitation, name="invite"),
    path("cases/<int:pk>/letters/", letters.letters, name="letters"),
    path(
        "cases/<int:pk>/letters/<int:letter>.<slug:kind>", letters.letter_file, name="letter_file"
    ),
    path("cases/<int:pk>/compare/", reviews.compare, name="compare"),
    path("cases/<int:pk>/acts/<slug:key>/", acts.act, name="act"),
]
