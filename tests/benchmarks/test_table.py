"""The table of benchmarks: every script's rows, or no new page."""

import pytest

from benchmarks import __main__ as table

QUICK = """def main():
    print("| claim | ours | peer | ratio | limit |")
    print("| adds | 1 s | 1 s | 1.0 | 1.5 |")
    print("warming up")
main()
"""
HELPER = "SECONDS = 1\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "docs").mkdir()
    (tmp_path / "benchmarks").mkdir()
    (tmp_path / "benchmarks" / "quick.py").write_text(QUICK)
    (tmp_path / "benchmarks" / "clock.py").write_text(HELPER)
    monkeypatch.setattr(table, "ROOT", tmp_path)
    monkeypatch.setattr(table, "HERE", tmp_path / "benchmarks")
    monkeypatch.setattr(table, "PAGE", tmp_path / "docs" / "benchmarks.md")
    return tmp_path


def test_every_row_stands_in_the_documentation_and_on_the_terminal(folder, capsys):
    assert table.main() == 0
    page = table.PAGE.read_text("utf-8")
    rows = [line for line in page.splitlines() if line.startswith("|")]
    assert rows == [*table.HEAD, "| adds | 1 s | 1 s | 1.0 | 1.5 |"]
    assert capsys.readouterr().out.splitlines() == rows


def test_a_benchmark_that_fails_leaves_the_page_as_it_was(folder, capsys):
    (folder / "benchmarks" / "broken.py").write_text("def main():\n    1 / 0\nmain()\n")
    assert table.main() == 1
    assert not table.PAGE.exists()
    assert "Failed: broken" in capsys.readouterr().err


def test_one_that_is_named_runs_alone_and_leaves_the_page_as_it_was(folder, capsys):
    (folder / "benchmarks" / "broken.py").write_text("def main():\n    1 / 0\nmain()\n")
    assert table.main(["quick"]) == 0
    assert "| adds |" in capsys.readouterr().out
    assert not table.PAGE.exists()
