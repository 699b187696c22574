"""The names by which things refer to each other. Each is a short word from the evidence pack."""

from typing import NewType

QuestionId = NewType("QuestionId", str)
OptionId = NewType("OptionId", str)
SectionId = NewType("SectionId", str)
ConfigurationId = NewType("ConfigurationId", str)
RuleId = NewType("RuleId", str)
BranchId = NewType("BranchId", str)
"""Unique within its rule."""

GateId = NewType("GateId", str)
ActionId = NewType("ActionId", str)
SourceId = NewType("SourceId", str)
ScopeNoteId = NewType("ScopeNoteId", str)
TensionId = NewType("TensionId", str)
PlanId = NewType("PlanId", str)
"""A UUID in its 36-character form, made by the client that first saved the plan."""
