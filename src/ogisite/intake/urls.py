from django.urls import path

from ogisite.intake.views import acts, case, desk, register

app_name = "intake"
urlpatterns = [
    path("", desk.home, name="home"),
    path("cases/", desk.cases, name="cases"),
    path("cases/new/", register.new, name="new"),
    path("cases/<int:pk>/", case.handling, name="case"),
    path("cases/<int:pk>/clock/", case.clock, name="clock"),
    path("cases/<int:pk>/ledger.json", case.ledger, name="ledger"),
    path("cases/<int:pk>/acts/<slug:key>/", acts.act, name="act"),
]
