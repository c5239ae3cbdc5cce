"""The throw-away PostgreSQL: there while its command runs, gone afterwards."""

import os
import signal
import subprocess
import sys

import psycopg
import pytest

from tests import postgres

pytestmark = pytest.mark.skipif(
    postgres.program_folder() is None, reason=f"No PostgreSQL was found. {postgres.HINT}"
)
QUESTION = """
import os, psycopg, sys
with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
    row = connection.execute("select lower('ЩЪРКЕЛ'), current_setting('data_directory')")
    print(*row.fetchone())
sys.exit(7)
"""
WAITING = "import os, time; print(os.environ['DATABASE_URL'], flush=True); time.sleep(60)"


def beside_postgres(program):
    command = [sys.executable, "-m", "tests.postgres", sys.executable, "-c", program]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_a_command_has_a_database_that_folds_cyrillic_and_its_status_is_kept():
    with beside_postgres(QUESTION) as process:
        said, _ = process.communicate()
    stork, folder = said.split()
    assert (process.returncode, stork) == (7, "щъркел")
    assert not os.path.exists(folder)


def test_nothing_is_left_when_the_run_is_ended():
    with beside_postgres(WAITING) as process:
        address = process.stdout.readline().strip()
        psycopg.connect(address).close()
        process.send_signal(signal.SIGTERM)
        process.wait()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(address)


def test_without_postgresql_it_says_how_to_get_it(monkeypatch):
    monkeypatch.setattr(postgres, "program_folder", lambda: None)
    before = signal.getsignal(signal.SIGTERM)
    try:
        with pytest.raises(SystemExit, match="apt-get install postgresql"):
            postgres.main(["true"])
    finally:
        signal.signal(signal.SIGTERM, before)
