from django.urls import path

from ogisite.core.views import login

app_name = "core"
urlpatterns = [
    path("login/", login.log_in, name="login"),
    path("logout/", login.log_out, name="logout"),
]
