"""What meanings stand for, given their context: TIMEX3 value, period, basis and the reason for people."""

from transforms.temporal.resolve.dispatch import resolve
from transforms.temporal.resolve.resolved import Resolved

__all__ = ["Resolved", "resolve"]
