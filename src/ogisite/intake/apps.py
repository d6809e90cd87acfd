from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """Applications for information (依申请公开)."""

    name = "ogisite.intake"
    verbose_name = "依申请公开"
