"""The `llm` engine: events as a language model reports them, kept only where the article's own words bear them out.

Start reading at extractor.py, then client.py (the endpoint), prompt.py (what is asked); what is kept of an answer is decided in transforms.events.grounding.
"""

from orchestration.llm.extractor import LlmExtractor
from orchestration.llm.settings import LlmSettings, read_settings

__all__ = ["LlmExtractor", "LlmSettings", "read_settings"]
