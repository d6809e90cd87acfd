from django.urls import path

from ogisite.core.views import login, organs, settings

app_name = "core"
urlpatterns = [
    path("login/", login.log_in, name="login"),
    path("logout/", login.log_out, name="logout"),
    path("password/", settings.password, name="password"),
    path("settings/", settings.own, name="settings"),
    path("settings/calendar/", settings.feed, name="feed"),
    path("settings/second-factor/", settings.second_factor, name="second_factor"),
    path("organs/", organs.organs, name="organs"),
    path("organs/<int:pk>/", organs.organ, name="organ"),
    path("organs/<int:pk>/change/", organs.change, name="organ_change"),
    path("organs/<int:pk>/people/new/", organs.add, name="person_add"),
    path("organs/<int:pk>/people/<int:who>/", organs.person, name="person"),
    path("organs/<int:pk>/people/<int:who>/<slug:act>/", organs.access, name="access"),
]
