"""Does the zip hold all that its own code asks for? Nothing else is installed here."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from infra.dependencies import OPERATIONS
from infra.package import package

ALONE = ("-I", "-S", "-B")
"""Without anything that is installed beside Python's own library."""

LOAD = """
import importlib, json, pathlib, sys
folder = pathlib.Path(sys.argv[1])
sys.path.insert(0, str(folder))
import app
for compiled in sorted((folder / "chalicelib").rglob("*.pyc")):
    name = ".".join(compiled.relative_to(folder).with_suffix("").parts).removesuffix(".__init__")
    if "compiled_screens" not in name:
        importlib.import_module(name)
print(len([name for name in sys.modules if name.startswith("chalicelib.")]))
"""

CLIENTS = """
import json, sys
sys.path.insert(0, sys.argv[1])
from chalicelib.storage.session import session
known = {}
for service in json.loads(sys.argv[2]):
    client = session().create_client(service, region_name="us-east-1",
        aws_access_key_id="made", aws_secret_access_key="up")
    known[service] = sorted(client.meta.service_model.operation_names)
    client.exceptions.ClientError
    if service == "s3":
        link = client.generate_presigned_url("get_object", Params={"Bucket": "b", "Key": "k"})
        form = client.generate_presigned_post(Bucket="b", Key="k")
        assert link and form["fields"]["policy"]
print(json.dumps(known))
"""

SCREENS = """
import sys
sys.path.insert(0, sys.argv[1])
from chalicelib.rendering import COMPILED, _screens
known = _screens()
for name in sys.argv[2:]:
    known.get_template(name)
print(COMPILED.is_dir())
"""


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Unpack the zip as Lambda does."""
    folder = tmp_path_factory.mktemp("task")
    with ZipFile(package().zip) as zipped:
        zipped.extractall(folder)
    return folder


def run(program: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *ALONE, "-c", program, *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_module_loads_from_the_zip_alone(unpacked: Path) -> None:
    assert int(run(LOAD, str(unpacked))) > 500


def test_every_client_knows_what_is_called(unpacked: Path) -> None:
    known = json.loads(run(CLIENTS, str(unpacked), json.dumps(list(OPERATIONS))))
    assert known == {service: sorted(names) for service, names in OPERATIONS.items()}


def test_every_screen_ships_compiled_and_none_as_a_source(unpacked: Path) -> None:
    sources = Path("templates/console")
    screens = [str(path.relative_to("templates")) for path in sources.rglob("*.html")]
    assert len(screens) > 40
    assert run(SCREENS, str(unpacked), *screens).strip() == "True"
    assert not list((unpacked / sources).rglob("*.html"))
    assert {each.name for each in (unpacked / sources / "static").iterdir()} == {
        each.name for each in (sources / "static").iterdir()
    }
