"""Folders that another program copies between computers: no place for a database.

Such a program may copy a file while it is being written, and let one computer write over the
other. It is found by the variables that it sets and the names that it gives its folders.
"""

import os
from collections.abc import Mapping
from pathlib import Path

_BY_VARIABLE = {
    "OneDrive": "OneDrive",
    "OneDriveCommercial": "OneDrive",
    "OneDriveConsumer": "OneDrive",
}
_BY_NAME = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "icloud drive": "iCloud Drive",
    "com~apple~clouddocs": "iCloud Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "box sync": "Box",
}


def service_of(folder: Path, variables: Mapping[str, str] | None = None) -> str:
    """Return the name of the service that copies a folder elsewhere, or "" where none is known."""
    place = folder.absolute()
    for variable, service in _BY_VARIABLE.items():
        root = (variables or os.environ).get(variable)
        if root and place.is_relative_to(root):
            return service
    for part in place.parts:
        # *OneDrive - Amberfield charity*, *Dropbox (work)*.
        for name, service in _BY_NAME.items():
            if part.lower() == name or part.lower().startswith((f"{name} ", f"{name}-")):
                return service
    return ""
