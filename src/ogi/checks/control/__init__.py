"""The auditor's controls (检查的取舍): which rules count, how gravely, and what is accepted."""

from ogi.checks.control.acceptance import accept, read_acceptances, useless
from ogi.checks.control.identity import finding_id, identified
from ogi.checks.control.profile import Config, Profile, applied, profile_for, read_config

__all__ = [
    "Config",
    "Profile",
    "accept",
    "applied",
    "finding_id",
    "identified",
    "profile_for",
    "read_acceptances",
    "read_config",
    "useless",
]
