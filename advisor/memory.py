"""How much memory a process holds, as Linux tells it."""

from pathlib import Path


def held_mb(process: str = "self", *, at_most: bool = False) -> float:
    """Return what a process holds now, or with ``at_most`` the most that it ever held itself.

    0 where the system does not say it as Linux does, and for a process that is gone. What other
    ways to ask give as the most begins with what the process held that started this one.
    """
    wanted = "VmHWM:" if at_most else "VmRSS:"
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0.0
    held = [line.split()[1] for line in status.splitlines() if line.startswith(wanted)]
    return int(held[0]) / 1024 if held else 0.0
