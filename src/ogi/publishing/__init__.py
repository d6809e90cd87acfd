"""Publishing (主动公开、对外提供): the checks before a file leaves the organ."""

from ogi.publishing.release import Finding, Hidden, before_release

__all__ = ["Finding", "Hidden", "before_release"]
