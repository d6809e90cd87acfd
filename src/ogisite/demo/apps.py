from django.apps import AppConfig


class DemoConfig(AppConfig):
    """A county for trying things."""

    name = "ogisite.demo"
    verbose_name = "演示"
