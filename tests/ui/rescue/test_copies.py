from advisor.errors import StorageError
from ui.rescue.copies import ways_on


def test_only_what_a_copy_can_help_is_answered_with_copies() -> None:
    assert ways_on(StorageError("The disk is full.", code="full")) is None
    assert ways_on(StorageError("The file with your plans is damaged.", code="damaged")) == ()
