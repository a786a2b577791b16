"""Which zips are opened, and by what name the others are refused."""

from __future__ import annotations

import io
import random
import struct
import zipfile

import pytest

from chalicelib.findings.model import Problem, Verdict
from chalicelib.rosters.check import check
from chalicelib.rosters.store import open_store
from tests.support.packages import Pack, a_district


def problems_of(package: bytes) -> list[Problem]:
    with open_store() as store:
        check(store, io.BytesIO(package), earlier_known=False)
        return list(store.problems())


def refusal_of(package: bytes) -> Problem:
    with open_store() as store:
        report = check(store, io.BytesIO(package), earlier_known=False)
        assert report.verdict is Verdict.REJECT
        return next(store.problems())


def zip_with(name: str, content: bytes = b"x", **attributes: int) -> bytes:
    packed = io.BytesIO(a_district().write_zip())
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as archive:
        member = zipfile.ZipInfo(name)
        member.compress_type = zipfile.ZIP_DEFLATED
        for attribute, value in attributes.items():
            setattr(member, attribute, value)
        archive.writestr(member, content)
    return packed.getvalue()


def test_a_whole_district_is_accepted_in_both_versions() -> None:
    for version in ("1.1", "1.2"):
        assert problems_of(a_district(version).write_zip()) == []


@pytest.mark.parametrize(
    "package", [b"", b"PK\x03\x04 but no more", b"sourcedId,status\n", b"\0" * 99]
)
def test_a_file_that_is_no_zip_is_refused_as_such(package: bytes) -> None:
    assert refusal_of(package).code == "not_a_zip"


@pytest.mark.parametrize(
    "name",
    ["../users.csv", "/etc/passwd", "a/../../b.csv", "..\\users.csv", "C:\\users.csv", "C:/x"],
)
def test_a_name_that_leaves_the_package_is_refused(name: str) -> None:
    assert refusal_of(zip_with(name)).code == "zip_path_traversal"


def test_a_link_is_refused() -> None:
    assert refusal_of(zip_with("link.csv", external_attr=0o120777 << 16)).code == "zip_symlink"


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    pack = a_district()
    pack.raw["users.csv"] = b"0" * 5_000_000
    refused = refusal_of(pack.write_zip())
    assert (refused.code, refused.file) == ("zip_bomb", "users.csv")


def test_a_zip_with_very_many_members_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for number in range(50_001):
            archive.writestr(f"{number}.csv", "")
    assert refusal_of(packed.getvalue()).code == "zip_too_many_members"


def test_a_protected_member_is_refused() -> None:
    package = bytearray(a_district().write_zip())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = package.index(signature) + offset
        (flags,) = struct.unpack_from("<H", package, at)
        struct.pack_into("<H", package, at, flags | 1)
    assert refusal_of(bytes(package)).code == "zip_encrypted"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_members_of_one_name_are_refused() -> None:
    assert refusal_of(zip_with("users.csv")).code == "zip_duplicate_member"
    assert refusal_of(zip_with("Users.CSV")).code == "zip_duplicate_member"


def test_a_damaged_member_is_refused() -> None:
    package = bytearray(a_district().write_zip())
    at = package.index(b"enrollments.csv") + len("enrollments.csv") + 20
    package[at : at + 8] = b"\xff" * 8
    assert refusal_of(bytes(package)).code == "zip_damaged"


def test_files_inside_a_folder_are_refused_with_the_way_out() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("export/manifest.csv", "propertyName,value\n")
    refused = refusal_of(packed.getvalue())
    assert refused.code == "nested_folder"
    assert "zip them" in refused.fix


def test_other_files_in_the_zip_are_left_alone() -> None:
    assert problems_of(zip_with("readme.txt")) == []
    assert problems_of(zip_with("__MACOSX/._users.csv")) == []


# -- the manifest ---------------------------------------------------------------------------------


def test_without_a_manifest_nothing_is_guessed() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("users.csv", "sourcedId\n")
    assert refusal_of(packed.getvalue()).code == "manifest_missing"


def test_a_manifest_alone_means_nothing_changed() -> None:
    assert problems_of(a_district().only("absent").write_zip()) == []


@pytest.mark.parametrize("version", ["1.0", "2.0", "", "latest"])
def test_an_unknown_version_is_refused(version: str) -> None:
    pack = a_district()
    pack.manifest["oneroster.version"] = version
    refused = refusal_of(pack.write_zip())
    assert (refused.code, refused.value) == ("version_unknown", version)


def test_a_patch_version_is_read_as_its_minor_one() -> None:
    pack = a_district()
    pack.manifest["oneroster.version"] = "1.2.1"
    assert problems_of(pack.write_zip()) == []


def test_an_announced_file_that_is_not_there_is_refused() -> None:
    pack = a_district().only("absent")
    pack.manifest["file.users"] = "bulk"
    refused = refusal_of(pack.write_zip())
    assert (refused.code, refused.file) == ("file_missing", "users.csv")


def test_a_file_that_is_there_but_not_announced_is_refused() -> None:
    pack = a_district()
    pack.manifest["file.users"] = "absent"
    assert refusal_of(pack.write_zip()).code == "file_undeclared"


def test_an_unknown_mode_is_refused() -> None:
    pack = a_district()
    pack.manifest["file.users"] = "full"
    assert "manifest_mode" in {problem.code for problem in problems_of(pack.write_zip())}


def test_a_manifest_that_contradicts_itself_is_refused() -> None:
    pack = a_district()
    pack.raw["manifest.csv"] = (
        b"propertyName,value\noneroster.version,1.2\nfile.users,bulk\nfile.users,delta\n"
    )
    assert refusal_of(pack.write_zip()).code == "manifest_contradiction"


# -- encodings ------------------------------------------------------------------------------------


def _users(pack: Pack) -> str:
    with zipfile.ZipFile(pack.open()) as archive:
        return archive.read("users.csv").decode()


def _pack_stored(pack: Pack) -> bytes:
    """Pack without squeezing, so that what is large is no bomb."""
    packed = io.BytesIO()
    with zipfile.ZipFile(pack.open()) as source, zipfile.ZipFile(packed, "w") as archive:
        for name in source.namelist():
            archive.writestr(name, source.read(name))
    return packed.getvalue()


def _with_users(content: bytes) -> bytes:
    pack = a_district()
    pack.raw["users.csv"] = content
    return pack.write_zip()


def test_a_byte_order_mark_is_tolerated_in_every_file() -> None:
    pack = a_district()
    with zipfile.ZipFile(pack.open()) as archive:
        pack.raw = {name: b"\xef\xbb\xbf" + archive.read(name) for name in archive.namelist()}
    assert problems_of(pack.write_zip()) == []


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_other_unicode_encodings_are_named(encoding: str) -> None:
    refused = refusal_of(_with_users(_users(a_district()).encode(encoding)))
    assert refused.code in ("encoding", "nul_character")
    assert (refused.file, refused.row) == ("users.csv", 1)
    assert "UTF-8" in refused.fix


def test_the_first_byte_that_is_not_utf_8_is_named_with_file_and_row() -> None:
    text = _users(a_district())
    content = text.replace("Tess", "Jos\xe9").encode("latin-1")
    refused = refusal_of(_with_users(content))
    at = content.index(b"\xe9")
    assert (refused.code, refused.file) == ("encoding", "users.csv")
    assert refused.row == content[:at].count(b"\n") + 1
    assert refused.value == f"byte {at + 1} (0xE9)"


def test_the_bad_byte_is_found_far_into_a_file() -> None:
    header = _users(a_district()).splitlines()[0].encode() + b"\r\n"
    content = header + ("\u00e9" * 500 + "\r\n").encode() * 200 + b"\xff\r\n"
    refused = refusal_of(_with_users(content))
    assert (refused.code, refused.row) == ("encoding", 202)
    assert refused.value == f"byte {len(content) - 2} (0xFF)"


def test_a_nul_character_is_refused() -> None:
    refused = refusal_of(_with_users(_users(a_district()).replace("Tess", "Te\0ss").encode()))
    assert (refused.code, refused.file) == ("nul_character", "users.csv")


def test_a_forgotten_quotation_mark_is_refused_where_it_begins() -> None:
    refused = refusal_of(_with_users(_users(a_district()).replace("Theo,", '"Theo,').encode()))
    assert refused.code == "broken_quotes"


def test_a_huge_cell_is_refused() -> None:
    cell = "\n".join(["x" * 3_000_000] * 3)
    pack = a_district().change("users", "theo", familyName=cell)
    assert "cell_too_long" in {found.code for found in problems_of(_pack_stored(pack))}


def test_a_file_of_one_endless_line_is_refused() -> None:
    pack = a_district()
    pack.raw["users.csv"] = b"x" * 8_500_000
    assert refusal_of(_pack_stored(pack)).code == "line_too_long"


@pytest.mark.parametrize("version", ["1.1", "1.2"])
def test_whatever_is_bent_in_a_package_the_answer_is_a_verdict(version: str) -> None:
    whole = a_district(version).write_zip()
    for seed in range(150):
        luck = random.Random(seed)
        bent = bytearray(whole)
        for _ in range(luck.randint(1, 6)):
            bent[luck.randrange(len(bent))] = luck.randrange(256)
        with open_store() as store:
            report = check(store, io.BytesIO(bytes(bent)), earlier_known=False)
            assert report.verdict in Verdict
