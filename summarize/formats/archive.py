"""archive: the members of a ZIP archive, read where they lie; nothing of it is unpacked to disk."""

from __future__ import annotations

import stat
import zipfile
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from zlib import error as ZlibError  # noqa: N812 - an exception should look like one

from summarize.errors import SourceError
from summarize.reading.sources import MOST_BYTES, passed_over

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_MEMBERS = 5000
MOST_UNPACKED = 4 * MOST_BYTES  # of an archive as a whole
_MOST_RATIO = 250  # text packs to a tenth, deflate at its best to a thousandth
_SMALL = 1 << 20


def checked(data: bytes, name: str, most: int = MOST_UNPACKED) -> zipfile.ZipFile:
    """Return an archive that was found to be within all limits, open.

    Raises:
        SourceError: it is none, or damaged, or made to exhaust whoever unpacks it.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RecursionError) as error:
        raise SourceError(f"{name} is a ZIP archive that is damaged; pack it anew.") from error
    if len(members) > MOST_MEMBERS:
        raise SourceError(
            f"{name} holds {len(members)} files, and at most {MOST_MEMBERS} are read; "
            "pack fewer of them."
        )
    unpacked = sum(member.file_size for member in members)
    if unpacked > most:
        raise SourceError(
            f"{name} holds more than {most >> 20} MiB once unpacked; pack fewer files."
        )
    if unpacked > _SMALL and unpacked > _MOST_RATIO * len(data):
        raise SourceError(
            f"{name} would grow more than {_MOST_RATIO}-fold when unpacked, as archives do that "
            "are made to fill a disk; it is not opened."
        )
    return archive


def is_word(data: bytes) -> bool:
    """Tell whether an archive's bytes are those of a Word document."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return "word/document.xml" in archive.NameToInfo
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return False


def members(data: bytes, name: str) -> Iterator[tuple[str, bytes | SourceError]]:
    """Give the files of an archive by name with their bytes, or why there are none.

    Raises:
        SourceError: it is none, or damaged, or made to exhaust whoever unpacks it.
    """
    with checked(data, name) as archive:
        for member in sorted(archive.infolist(), key=_name):
            path = _path(member)
            hidden = any(passed_over(part) for part in path.parts if part != "..")
            if member.filename.endswith("/") or hidden or "__MACOSX" in path.parts:
                continue
            try:
                yield member.filename, _bytes(archive, member, f"{name}#{member.filename}")
            except SourceError as error:
                yield member.filename, error


def _name(member: zipfile.ZipInfo) -> str:
    return member.filename


def _path(member: zipfile.ZipInfo) -> PurePosixPath:
    return PurePosixPath(member.filename.replace("\\", "/"))


def _bytes(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> bytes:
    """Return what a file of an archive holds; a SourceError says why it is not read."""
    path = _path(member)
    if not path.parts:
        raise SourceError(f"{name} has no name in its archive; it is not read.")
    if path.is_absolute() or ".." in path.parts or (path.parts and ":" in path.parts[0]):
        raise SourceError(f"{name} lies outside of its archive by its name; it is not read.")
    mode = member.external_attr >> 16
    if stat.S_ISLNK(mode):
        raise SourceError(f"{name} is a link and no file; pack the file itself.")
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        raise SourceError(f"{name} is a pipe, a socket or a device, not a file; leave it out.")
    if member.flag_bits & 1:
        raise SourceError(f"{name} is locked with a password; pack it without one.")
    try:
        with archive.open(member) as file:
            data = file.read(MOST_BYTES + 1)
    except (zipfile.BadZipFile, ZlibError, OSError, EOFError, ValueError) as error:
        raise SourceError(f"{name} is damaged; pack it anew.") from error
    except (NotImplementedError, RuntimeError) as error:
        raise SourceError(f"{name} is packed in a way that is not read; pack it as ZIP.") from error
    if len(data) > MOST_BYTES:
        raise SourceError(f"{name} is larger than {MOST_BYTES >> 20} MiB, more than any article.")
    return data
