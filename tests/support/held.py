"""What a program holds while it runs for long, and whether it goes on growing."""

from dataclasses import dataclass, field
from statistics import linear_regression

MOST_MB = 180
GROWTH = 1.05
"""So much more than after the first half may be held at the end: what is kept once is no growth."""
EVERY_MINUTES = 10
_LEAST_SAMPLES = 3


@dataclass(frozen=True, slots=True)
class Sample:
    """What was held at one moment."""

    minutes: float
    presses: int
    mb: float


@dataclass(slots=True)
class Held:
    """What was held from the start to the end, in the order of time."""

    samples: list[Sample] = field(default_factory=list)

    def add(self, minutes: float, presses: int, mb: float) -> None:
        """Note what is held now."""
        self.samples.append(Sample(minutes, presses, mb))

    @property
    def second_half(self) -> list[Sample]:
        """What was held from the middle of the time on."""
        middle = (self.samples[0].minutes + self.samples[-1].minutes) / 2
        return [each for each in self.samples if each.minutes >= middle]

    @property
    def growth(self) -> float:
        """MB for each hundred presses of the second half, by the line nearest to all samples."""
        late = self.second_half
        if len(late) < _LEAST_SAMPLES or late[0].presses == late[-1].presses:
            return 0.0
        slope, _start = linear_regression(
            [each.presses for each in late], [each.mb for each in late]
        )
        return slope * 100

    def told(self) -> str:
        """Return the start, each ten minutes and the end in one line, and how it grows."""
        shown, due = [f"start {self.samples[0].mb:.1f}"], float(EVERY_MINUTES)
        for each in self.samples[1:-1]:
            if each.minutes >= due:
                shown.append(f"{each.minutes:.0f}' {each.mb:.1f}")
                due = each.minutes // EVERY_MINUTES * EVERY_MINUTES + EVERY_MINUTES
        shown.append(f"end {self.samples[-1].mb:.1f}")
        return (
            f"MB held: {', '.join(shown)}; {self.samples[-1].presses:,} presses; "
            f"{self.growth:+.2f} MB for each hundred presses in the second half"
        )

    def faults(self) -> list[str]:
        """Return what is too much."""
        found: list[str] = []
        most = max(each.mb for each in self.samples)
        half, end = self.second_half[0].mb, self.samples[-1].mb
        if most > MOST_MB:
            found.append(f"{most:.1f} MB were held, {MOST_MB} are allowed")
        if end > half * GROWTH:
            found.append(f"It grew from {half:.1f} to {end:.1f} MB in the second half")
        return found
