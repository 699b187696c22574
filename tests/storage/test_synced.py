from pathlib import Path

import pytest

from advisor.storage.synced import service_of


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("/home/ruth/Dropbox/plans", "Dropbox"),
        ("/home/ruth/Dropbox (work)/plans", "Dropbox"),
        ("/Users/ruth/OneDrive - Amberfield charity/plans", "OneDrive"),
        ("/Users/ruth/Library/Mobile Documents/com~apple~CloudDocs/plans", "iCloud Drive"),
        ("/home/ruth/Nextcloud/plans", "Nextcloud"),
        ("/home/ruth/.local/share/peer-support-advisor", ""),
        ("/home/dropboxer/plans", ""),
    ],
)
def test_a_folder_that_is_copied_elsewhere_is_known_by_its_name(folder: str, service: str) -> None:
    assert service_of(Path(folder), {}) == service


def test_a_folder_is_known_by_what_the_service_says_of_itself() -> None:
    said = {"OneDrive": "/data/cloud"}

    assert service_of(Path("/data/cloud/plans"), said) == "OneDrive"
    assert service_of(Path("/data/other"), said) == ""
