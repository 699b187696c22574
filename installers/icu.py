"""A smaller library of the world's languages: 2 MB of the 32 that Qt brings.

Qt asks ICU how words of the person's language are sorted, and the program speaks a few. Names of
countries, currencies and units, spelt-out numbers, dictionaries, transliteration and old character
sets it never asks for: what it writes itself it knows itself.
"""

import re
import struct
import subprocess
from collections.abc import Container
from itertools import pairwise
from pathlib import Path

_NEVER_ASKED_FOR = re.compile(
    r"(brkitr|curr|lang|rbnf|region|translit|unit|zone)/|\w.*\.(cnv|spp)$"
)
_OF_A_LANGUAGE = re.compile(r"(coll/)?(?P<language>[a-z]{2,3})(_\w+)?\.res$")
_ALIGNMENT = 16
_FORMAT_AT = 12
_PAIR = struct.Struct("<II")


def make_smaller(library: Path, folder: Path, languages: Container[str]) -> Path:
    """Write ``libicudata`` with these languages only into a folder, and return the file.

    It exports the same name, so that the libraries that need it find it as before.
    """
    version = library.name.rpartition(".")[2]
    raw, made = folder / "icudata", folder / f"icudata{version}.o"
    raw.write_bytes(_smaller(library.read_bytes(), languages))
    name, smaller = f"icudt{version}_dat", folder / library.name
    # As many letters as the tool makes of the path, which therefore has no folder.
    _run(folder, "ld", "-r", "-b", "binary", "-o", made.name, raw.name)
    _run(
        folder,
        "objcopy",
        f"--redefine-sym=_binary_{raw.name}_start={name}",
        "--rename-section=.data=.rodata,alloc,load,readonly,data,contents",
        f"--set-section-alignment=.data={_ALIGNMENT}",
        made.name,
    )
    _run(
        folder,
        "ld",
        "-shared",
        "-z",
        "noexecstack",
        f"-soname={library.name}",
        "-o",
        smaller.name,
        made.name,
    )
    return smaller


def _run(folder: Path, *words: str) -> None:
    subprocess.run(words, cwd=folder, check=True)  # of binutils, which PyInstaller needs, too


def _smaller(library: bytes, languages: Container[str]) -> bytes:
    """Return the package of data inside a library, without what is not wanted.

    Its layout is ICU's: a header, the number of parts, where each has its name and its bytes
    (sorted by name), the names, the bytes.
    """
    begins = library.index(b"CmnD") - _FORMAT_AT
    (header,) = struct.unpack_from("<H", library, begins)
    base = begins + header
    (number,) = struct.unpack_from("<I", library, base)
    toc = [_PAIR.unpack_from(library, base + 4 + _PAIR.size * at) for at in range(number)]
    parts: list[tuple[bytes, bytes]] = []
    # Nothing says where the last part ends, but it is Zulu's.
    for (named, offset), (_next, end) in pairwise(toc):
        name = library[base + named : library.index(b"\0", base + named)]
        if _is_wanted(name.decode().partition("/")[2], languages):
            parts.append((name, library[base + offset : base + end]))
    return library[begins:base] + _laid_out(parts)


def _is_wanted(part: str, languages: Container[str]) -> bool:
    spoken = _OF_A_LANGUAGE.match(part)
    if spoken:
        return spoken["language"] in languages
    return not _NEVER_ASKED_FOR.match(part)


def _laid_out(parts: list[tuple[bytes, bytes]]) -> bytes:
    toc, names, content = bytearray(), bytearray(), bytearray()
    names_at = 4 + _PAIR.size * len(parts)
    content_at = names_at + sum(len(name) + 1 for name, _content in parts)
    content_at += -content_at % _ALIGNMENT
    for name, each in parts:
        toc += _PAIR.pack(names_at + len(names), content_at + len(content))
        names += name + b"\0"
        content += each + bytes(-len(each) % _ALIGNMENT)
    head = struct.pack("<I", len(parts)) + toc + names
    return head.ljust(content_at, b"\0") + content
