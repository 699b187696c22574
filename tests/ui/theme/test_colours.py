import pytest

from ui.theme.colours import DARK, HIGH_CONTRAST, LIGHT, Colours, Contrast, Scheme, colours_for


@pytest.mark.parametrize("system_is_dark", [False, True])
@pytest.mark.parametrize("system_asks_contrast", [False, True])
@pytest.mark.parametrize(
    ("scheme", "contrast", "expected"),
    [
        (Scheme.LIGHT, Contrast.STANDARD, LIGHT),
        (Scheme.DARK, Contrast.STANDARD, DARK),
        (Scheme.LIGHT, Contrast.HIGH, HIGH_CONTRAST),
        (Scheme.DARK, Contrast.HIGH, HIGH_CONTRAST),
    ],
)
def test_what_was_chosen_holds_whatever_the_system_prefers(
    scheme: Scheme,
    contrast: Contrast,
    expected: Colours,
    system_is_dark: bool,
    system_asks_contrast: bool,
) -> None:
    chosen = colours_for(
        scheme,
        contrast,
        system_is_dark=system_is_dark,
        system_asks_contrast=system_asks_contrast,
    )

    assert chosen is expected


@pytest.mark.parametrize(
    ("system_is_dark", "system_asks_contrast", "expected"),
    [
        (False, False, LIGHT),
        (True, False, DARK),
        (False, True, HIGH_CONTRAST),
        (True, True, HIGH_CONTRAST),
    ],
)
def test_what_was_not_chosen_follows_the_system(
    system_is_dark: bool, system_asks_contrast: bool, expected: Colours
) -> None:
    followed = colours_for(
        Scheme.SYSTEM,
        Contrast.SYSTEM,
        system_is_dark=system_is_dark,
        system_asks_contrast=system_asks_contrast,
    )

    assert followed is expected
