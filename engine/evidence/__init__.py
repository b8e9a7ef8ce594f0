"""How wrong a prediction can be: bands from the residuals of real measurements, and what they rest on.

`resources/evidence/residuals.json` holds the 10th and 90th percentile of measured over predicted by
regime, made by `resources.tools.build_residuals`; nothing here fits anything.
"""

from engine.evidence.bands import EXACT, Band, bands
from engine.evidence.judgement import GRADE_LABELS, GRADES, Judgement, judge
from engine.evidence.regime import Regime, regime_of

__all__ = ["EXACT", "GRADES", "GRADE_LABELS", "Band", "Judgement", "Regime", "bands", "judge", "regime_of"]
