"""What `make compile` builds reads dates and events as the interpreted modules do."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import zipfile
from importlib.resources import files
from pathlib import Path

import pytest

from tests.integration.conftest import SHARED

ROOT = Path(__file__).resolve().parents[2]
GOLD = [SHARED / "gold/events/dev.articles.jsonl", SHARED / "gold/temporal/en-news.jsonl"]
ODD_TEXTS = [
    "Xi Jinping arrived in Moscow on Monday. “Déjà vu 🇷🇺,” said one diplomat.\r\nTalks will follow on 22 March.",
    "PRESIDENT CRISTIANI CONDEMNED THE ATTACK OF 16 NOVEMBER 1989. POLICE ARRESTED TWO SOLDIERS IN SAN SALVADOR.",
    "El presidente visitó Lima el lunes. Der Kanzler reiste am Dienstag nach Paris.",
    "He said “he” “he said” ((((( that, on Friday, -- on Friday -- the the. 31/31/2023 99999999999 May may May.",
    "",
]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("compiled"),
    pytest.mark.skipif(
        not importlib.util.find_spec("hatch_mypyc"),
        reason="hatch-mypyc is not installed: pip install 'dateline[compile]'",
    ),
    pytest.mark.skipif(not (shutil.which("cc") or shutil.which("gcc")), reason="there is no C compiler"),
]


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages as the compiled wheel holds them; built without optimisation, which takes a quarter of the time."""
    source, site = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("site")
    for package in ("orchestration", "transforms", "warehouse", "dbt_like_sql"):
        shutil.copytree(ROOT / package, source / package, ignore=shutil.ignore_patterns("__pycache__", "target"))
    for name in ("README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    settings = (ROOT / "pyproject.toml").read_text()
    (source / "pyproject.toml").write_text(settings.replace('opt_level = "2"', 'opt_level = "0"'))
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", "dist"],
        cwd=source,
        env=os.environ | {"HATCH_BUILD_HOOKS_ENABLE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    (wheel,) = (source / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    return site


def output_of(folder: Path, *arguments: str | Path) -> str:
    """What a command prints with the packages of one folder, which must be the ones that it imports."""
    done = subprocess.run(
        [sys.executable, "-m", "orchestration.cli", *map(str, arguments)],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder), "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The sample articles, odd texts, and the gold articles where they lie beside the project."""
    odd = tmp_path_factory.mktemp("articles") / "odd.jsonl"
    rows = [{"id": str(n), "text": text, "published": "2023-03-21"} for n, text in enumerate(ODD_TEXTS)]
    odd.write_text("".join(json.dumps(row) + "\n" for row in rows))
    sample = sorted(Path(str(files("orchestration") / "sample")).rglob("*.jsonl"))
    return [*sample, odd, *(path for path in GOLD if path.exists())]


def test_compiled_modules_stand_where_the_sources_stand(compiled: Path) -> None:
    for module in (
        "transforms/temporal/find",
        "transforms/events/triggers/find",
        "transforms/events/actors/groups/units",
    ):
        assert list(compiled.glob(f"{module}.*.so")) or list(compiled.glob(f"{module}.*.pyd"))


@pytest.mark.parametrize("command", ["dates", "extract"])
def test_compiled_modules_read_what_the_sources_read(compiled: Path, articles: list[Path], command: str) -> None:
    for path in articles:
        read = output_of(compiled, command, path)
        assert read == output_of(ROOT, command, path)


def test_the_doctor_says_which_modules_read(compiled: Path) -> None:
    assert "read by compiled modules" in output_of(compiled, "doctor")
    assert "read by interpreted modules" in output_of(ROOT, "doctor")
