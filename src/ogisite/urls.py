"""Every address of the site."""

from django.urls import include, path

from ogisite.core.views.health import health

urlpatterns = [
    path("", include("ogisite.portal.urls")),
    path("health/", health, name="health"),
    path("desk/", include("ogisite.core.urls")),
    path("desk/", include("ogisite.intake.urls")),
]
handler400 = "ogisite.core.views.errors.refused"
handler403 = "ogisite.core.views.errors.forbidden"
handler404 = "ogisite.core.views.errors.missing"
handler500 = "ogisite.core.views.errors.broken"
