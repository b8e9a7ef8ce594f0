"""Reads a Hugging Face config.json: parameters, weight bytes, cache and state of any language model.

`read_config` opens a file or a model's folder; the `ModelShape` it returns gives the values of the
parameter group `model`, and `summary` what the command line prints.
"""

from engine.errors import ModelConfigError
from engine.model_config.count import read_config
from engine.model_config.shape import DEFAULT_CONTEXT, ModelShape, summary

__all__ = ["DEFAULT_CONTEXT", "ModelConfigError", "ModelShape", "read_config", "summary"]
