from advisor.bugs import redacted

SECRET = "Mothers from Lowmere"


def broken() -> Exception:
    try:
        try:
            raise KeyError(SECRET)
        except KeyError as error:
            raise ValueError(SECRET) from error
    except ValueError as error:
        return error


def test_details_of_a_bug_hold_places_and_never_words() -> None:
    details = redacted(broken(), qt="6.8")

    assert SECRET not in details
    assert "Qt 6.8" in details
    assert "ValueError" in details
    assert "KeyError" in details
    assert "test_bugs.py" in details
    assert "in broken" in details
