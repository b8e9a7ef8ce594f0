"""The years ahead of a scenario: an evaluation a year, the suppliers' revenue, and the counter-thesis."""

from engine.outlook.effects import Effect, effects
from engine.outlook.fan import Fan, fan
from engine.outlook.reasons import PREFIX, reason
from engine.outlook.result import Outlook
from engine.outlook.years import outlook

__all__ = ["PREFIX", "Effect", "Fan", "Outlook", "effects", "fan", "outlook", "reason"]
