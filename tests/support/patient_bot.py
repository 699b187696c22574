"""The ``qtbot`` of every test: it waits a minute for everything, and says what it waited for.

It waits for a signal, a window or anything that holds at last. When it gives up it tells the
condition as it stands in the test, and what each side of it was worth.
"""

from collections.abc import Callable
from typing import Any, Literal

import pytest
from pytestqt.exceptions import TimeoutError as QtTimeoutError
from pytestqt.qtbot import QtBot, _WaitWidgetContextManager
from pytestqt.wait_signal import CallbackBlocker, MultiSignalBlocker, SignalBlocker

from tests.support.conditions import values, words
from tests.support.waiting import PATIENCE_MS


class PatientBot(QtBot):
    """A ``qtbot`` that waits a minute for everything."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:
        """Wait until ``callback`` holds; fail with its own words and their values."""
        __tracebackhide__ = True
        try:
            super().waitUntil(callback, timeout=timeout)
        except QtTimeoutError as gave_up:
            seen = "; ".join(values(callback))
            raise QtTimeoutError(
                f"waited {timeout / 1000:g} s until {words(callback)}; saw {seen}"
            ) from gave_up

    def waitActive(self, widget: Any, *, timeout: int = PATIENCE_MS) -> _WaitWidgetContextManager:
        return super().waitActive(widget, timeout=timeout)

    def waitExposed(self, widget: Any, *, timeout: int = PATIENCE_MS) -> _WaitWidgetContextManager:
        return super().waitExposed(widget, timeout=timeout)

    def waitSignal(
        self,
        signal: Any,
        *,
        timeout: int = PATIENCE_MS,
        raising: bool | None = None,
        check_params_cb: Callable[..., bool] | None = None,
    ) -> SignalBlocker:
        return super().waitSignal(
            signal, timeout=timeout, raising=raising, check_params_cb=check_params_cb
        )

    def waitSignals(
        self,
        signals: list[Any],
        *,
        timeout: int = PATIENCE_MS,
        raising: bool | None = None,
        check_params_cbs: list[Callable[..., bool]] | None = None,
        order: Literal["none", "simple", "strict"] = "none",
    ) -> MultiSignalBlocker:
        return super().waitSignals(
            signals,
            timeout=timeout,
            raising=raising,
            check_params_cbs=check_params_cbs,
            order=order,
        )

    def waitCallback(
        self, *, timeout: int = PATIENCE_MS, raising: bool | None = None
    ) -> CallbackBlocker:
        return super().waitCallback(timeout=timeout, raising=raising)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> QtBot:
    """The ``qtbot`` of pytest-qt, with patience."""
    return PatientBot(request)
