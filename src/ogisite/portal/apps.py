from django.apps import AppConfig


class PortalConfig(AppConfig):
    """The public's pages."""

    name = "ogisite.portal"
    verbose_name = "公众页面"
