from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Organs, people, the ledger, files, numbers."""

    name = "ogisite.core"
    verbose_name = "机关与人员"
