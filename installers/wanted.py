"""What of all that PyInstaller finds goes into the bundle, and what stays out."""

import re
from collections.abc import Container

PARTS_OF_OTHERS = (
    "keyring.backends.SecretService",
    "keyring.backends.Windows",
    "keyring.backends.chainer",
    "keyring.backends.fail",
    "keyring.backends.macOS",
    "psycopg_binary",
    "sqlalchemy.dialects.postgresql.psycopg",
    "sqlalchemy.dialects.sqlite.pysqlite",
)
"""Modules that are asked for by their name only, so that nobody sees them in the code."""

NEVER = (
    # pypdf opens locked files with ``cryptography``, which the keyring needs anyway.
    "Crypto",
    "_codecs_cn",
    "_codecs_hk",
    "_codecs_iso2022",
    "_codecs_jp",
    "_codecs_kr",
    "_codecs_tw",
    "lxml.html",
    "lxml.isoschematron",
    "lxml.objectify",
    "pkg_resources",
    "pydantic.v1",
    "pydoc_data",
    "setuptools",
    "sqlalchemy.dialects.mssql",
    "sqlalchemy.dialects.mysql",
    "sqlalchemy.dialects.oracle",
    "sqlalchemy.orm",
    "tkinter",
)
"""Modules that somebody's code mentions and nothing of ours reaches."""

_PLUGINS = re.compile(
    r"""PySide6/(Qt/)?plugins/(
        iconengines/ | styles/
        | imageformats/(lib)?q(svg|ico|icns)\.
        | platforms/(lib)?q(xcb|wayland|offscreen|windows|cocoa)\.
        | platforminputcontexts/ | platformthemes/libqxdgdesktopportal\. | printsupport/
        | wayland-(decoration-client/libadwaita|shell-integration/libxdg-shell)\.
        | wayland-graphics-integration-client/libqt-plugin-wayland-egl\.
        | xcbglintegrations/
    )""",
    re.VERBOSE,
)
_TRANSLATION = re.compile(r".*/translations/(?P<kind>[a-z]+)_(?P<language>\w+)\.qm$")
_FULL_SCREENS_OF_DEVICES = re.compile(r"(.*/)?libQt6EglF[Ss]")
_OURS = re.compile(
    r"lib(bz2|ffi|lzma|sqlite3|python3\.\d+|uuid|xkbcommon-x11"
    r"|xcb-(cursor|icccm|image|keysyms|render-util|util|xkb))\.so"
)
"""Libraries of the machine that builds which another may lack. All others are everywhere."""

_UNPACKED = "docx/templates/default-docx-template/"
"""The same as the file beside it, for those who work on python-docx."""

_SYSTEM = ("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/")


def is_wanted(name: str, source: str, languages: Container[str]) -> bool:
    """Return whether a file goes into the bundle: its name there, and where it comes from."""
    if name.startswith(_UNPACKED):
        return False
    if translation := _TRANSLATION.match(name):
        return translation["kind"] == "qtbase" and translation["language"] in languages
    if "/plugins/" in name and name.startswith("PySide6/"):
        return bool(_PLUGINS.match(name))
    if source.startswith(_SYSTEM) and ".so" in name and "/" not in name:
        return bool(_OURS.match(name))
    return not _FULL_SCREENS_OF_DEVICES.match(name)
