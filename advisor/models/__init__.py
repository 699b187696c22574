"""Frozen values of the field: evidence, questionnaire, plan, advice. Standard library only."""
