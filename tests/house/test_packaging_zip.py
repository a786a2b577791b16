"""The zip: equal sources give equal bytes, bytecode is in it, and it has a bar."""

from __future__ import annotations

import marshal
import os
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType
from zipfile import ZipFile

import pytest

from chalicelib.reports.fonts import LAYERED, fonts
from infra import layer, package
from infra.deploy import StackChange
from infra.package import PackageTooLarge, seal

HASH_BASED_AND_NEVER_CHECKED = 0b01
"""The flags of a `.pyc` (PEP 552)."""


@pytest.fixture
def parts(tmp_path: Path) -> tuple[Path, Path]:
    """Return what Chalice made, and a folder of dependencies."""
    made = tmp_path / "chalice.zip"
    with ZipFile(made, "w") as zipped:
        zipped.writestr("app.py", "def answer() -> int:\n    return 42\n")
        zipped.writestr("chalicelib/__init__.py", "")
    library = tmp_path / "dependencies"
    library.mkdir()
    (library / "other.pyc").write_bytes(b"compiled")
    return made, library


def test_the_same_parts_give_the_same_bytes_whenever_they_are_packaged(
    parts: tuple[Path, Path], tmp_path: Path
) -> None:
    made, library = parts
    first, second = tmp_path / "a" / "one.zip", tmp_path / "b" / "two.zip"
    for sealed in (first, second):
        sealed.parent.mkdir()
        seal(made, library, sealed)
        os.utime(library / "other.pyc", (0, 0))
    assert first.read_bytes() == second.read_bytes()


def test_our_code_ships_as_bytecode_that_is_never_checked(
    parts: tuple[Path, Path], tmp_path: Path
) -> None:
    sealed = tmp_path / "deployment.zip"
    seal(*parts, sealed)
    with ZipFile(sealed) as zipped:
        names = set(zipped.namelist())
        kept = [zipped.read(n) for n in (cache_from_source("app.py"), "chalicelib/__init__.pyc")]
    assert {"app.py", "other.pyc"} <= names
    assert "chalicelib/__init__.py" not in names
    for compiled in kept:
        assert int.from_bytes(compiled[4:8], "little") == HASH_BASED_AND_NEVER_CHECKED


def test_a_zip_over_the_bar_is_refused(parts: tuple[Path, Path], tmp_path: Path) -> None:
    made, library = parts
    (library / "heavy.bin").write_bytes(os.urandom(package.LARGEST))
    with pytest.raises(PackageTooLarge, match="the bar is"):
        seal(made, library, tmp_path / "deployment.zip")


def test_a_package_that_lambda_cannot_unpack_is_refused_before_it_is_sent(tmp_path: Path) -> None:
    zips = [tmp_path / "code.zip", tmp_path / "layer.zip"]
    for each in zips:
        with ZipFile(each, "w") as zipped:
            zipped.writestr("part", b"." * 60)
    package.check_unpacked(*zips, limit=120)
    with pytest.raises(PackageTooLarge, match="120 bytes; Lambda takes 119"):
        package.check_unpacked(*zips, limit=119)


def test_the_zip_of_all_functions_is_without_fonts(tmp_path: Path) -> None:
    stage = package._copy_project(tmp_path / "stage")
    shipped = stage / "vendor" / "templates"
    assert (shipped / "email").is_dir()
    assert not [path for path in stage.rglob("*") if path.suffix in (".ttf", ".otf", ".ttc")]


def test_screens_ship_compiled_and_static_files_as_they_are(tmp_path: Path) -> None:
    console = package._copy_project(tmp_path / "stage") / "vendor" / "templates" / "console"
    assert not list(console.rglob("*.html"))
    assert list((console / "static").iterdir())


def test_tracebacks_of_what_ships_name_lines_and_no_columns(
    parts: tuple[Path, Path], tmp_path: Path
) -> None:
    """Columns underline a source, and none is there: they were a tenth of the zip."""
    sealed = tmp_path / "deployment.zip"
    seal(*parts, sealed)
    with ZipFile(sealed) as zipped:
        code = marshal.loads(zipped.read(cache_from_source("app.py"))[16:])  # noqa: S302 - ours
    (answer,) = (each for each in code.co_consts if isinstance(each, CodeType))
    assert answer.co_filename == "/var/task/app.py"
    assert {line for _, _, line in answer.co_lines()} == {1, 2}
    assert {place[2:] for place in answer.co_positions()} == {(None, None)}


def test_the_layer_has_the_fonts_with_their_licenses_and_nothing_that_lambda_looks_for_elsewhere(
    tmp_path: Path,
) -> None:
    wheel = tmp_path / "wheel"
    terms = wheel / "typst-1.dist-info" / "licenses" / "LICENSE"
    terms.parent.mkdir(parents=True)
    terms.write_text("Apache")
    made = tmp_path / "layer.zip"
    layer.REPORTS.seal(wheel, made)
    with ZipFile(made) as zipped:
        names = zipped.namelist()
    assert all(name.startswith("python/") for name in names)
    assert "python/typst-1.dist-info/licenses/LICENSE" in names
    fonts = [name for name in names if name.endswith((".ttf", ".otf"))]
    assert fonts
    assert {str(Path(name).parent) for name in fonts} == {f"python/{LAYERED}"}
    assert [name for name in names if name.startswith(f"python/{LAYERED}/LICENSE")]


def test_fonts_come_from_the_layer_where_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert fonts() == layer.FONTS
    (tmp_path / LAYERED).mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    assert fonts() == tmp_path / LAYERED


@pytest.mark.parametrize(
    ("change", "loses"),
    [
        (StackChange("Add", "Table", "AWS::DynamoDB::Table", replaced=False), False),
        (StackChange("Modify", "Table", "AWS::DynamoDB::Table", replaced=False), False),
        (StackChange("Modify", "Table", "AWS::DynamoDB::Table", replaced=True), True),
        (StackChange("Remove", "UserPool", "AWS::Cognito::UserPool", replaced=False), True),
        (StackChange("Remove", "Tick", "AWS::Lambda::Function", replaced=False), False),
    ],
)
def test_a_deployment_knows_what_it_would_lose(change: StackChange, loses: bool) -> None:
    assert change.loses() is loses
