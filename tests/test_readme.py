"""What the README shows works as it is shown."""

import re
from pathlib import Path

import pytest

from kragozor.cli import main

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def test_the_five_lines_of_python_do_what_the_readme_says(capsys, tmp_path, monkeypatch):
    (tmp_path / "src").symlink_to(ROOT / "src")
    monkeypatch.chdir(tmp_path)
    (program,) = re.findall(r"```python\n(.+?)```", README, flags=re.DOTALL)
    (promised,) = re.findall(r"It prints `(.+?)`", README)
    assert len([line for line in program.splitlines() if line]) == 5
    exec(program, {})
    assert capsys.readouterr().out.strip() == promised
    assert (tmp_path / "bottle.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("command", sorted(set(re.findall(r"^\| `kragozor (\w+)", README, re.M))))
def test_each_command_of_the_readme_has_an_example_in_its_help(command, capsys):
    with pytest.raises(SystemExit) as end:
        main([command, "--help"])
    assert end.value.code == 0
    assert f"kragozor {command}" in capsys.readouterr().out.split("xample")[-1]
