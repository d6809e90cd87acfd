from django.urls import path, re_path

from ogisite.portal.views import answer, apply, home, resume, track

app_name = "portal"
urlpatterns = [
    path("", home.home, name="home"),
    path("access/", home.access, name="access"),
    path("size/<slug:wanted>/", home.size, name="size"),
    path("language/<slug:wanted>/", home.language, name="language"),
    path("columns/<slug:key>/", home.column, name="column"),
    path("apply/", apply.start, name="apply"),
    path("apply/blank/", home.blank, name="blank"),
    re_path("^apply/(?P<name>what|who|how)/$", apply.step, name="step"),
    path("apply/check/", apply.check, name="check"),
    path("apply/form/", apply.whole, name="form"),
    path("apply/receipt/", apply.receipt, name="receipt"),
    path("apply/saved/", apply.saved, name="saved"),
    path("apply/resume/", resume.resume, name="resume"),
    path("apply/forget/", resume.forget, name="forget"),
    path("track/", track.track, name="track"),
    path("track/<int:pk>/", track.case, name="case"),
    path("track/<int:pk>/correct/", track.correct, name="correct"),
    path("track/<int:pk>/withdraw/", track.withdraw, name="withdraw"),
    path("track/<int:pk>/reasons/", track.reasons, name="reasons"),
    path("track/<int:pk>/letters/<int:letter>/", track.letter, name="letter"),
    path("track/<int:pk>/supplied/<int:paper>/", track.supplied, name="supplied"),
    path("answer/<str:token>/", answer.invited, name="answer"),
]
