"""Official files: what they would change, applied as one, undone as one."""

from dataclasses import replace

import pytest

from kragozor.files.problems import FileRefused
from kragozor.hub.reference import queries, services
from kragozor.hub.reference.enums import Kind, Outcome
from kragozor.hub.reference.models import Batch, ParameterChange
from kragozor.hub.reference.preview import preview
from kragozor.instruments.parameters import Name, packaged_parameters
from kragozor.instruments.reference.waste import official_titles, waste
from tests.hub.reference.making import ANNEX, TITLES

FELT = ("felt", Name.RECYCLING_OUTPUT_RATE, "BG")
STEEL = b"Material;Application;A\nSteel;;0,3\n"


def take(staff, content=ANNEX, kind=Kind.PARAMETERS):
    return services.batch_take(
        actor=staff, kind=kind, name="annex.csv", origin="Annex C 2.1", content=content
    )


def apply(staff, batch):
    return services.batch_apply(actor=staff, batch=batch, seen=queries.mark())


def undo(staff, batch):
    return services.batch_undo(actor=staff, batch=batch, reason="грешно издание")


def outcomes(batch):
    return {one.value: count for one, count in preview(batch).counts}


def test_file_that_was_sent_changes_nothing(staff):
    batch = take(staff)
    assert queries.parameters_in_force() == packaged_parameters()
    assert outcomes(batch)["new"] > 0


def test_refused_value_says_where_and_why_and_leaves_the_others(staff):
    batch = take(staff)
    (refused,) = batch.refused
    assert "1,7" in refused["bg"]
    assert "1.7" in refused["en"]
    assert len(batch.rows) == 5


def test_material_known_by_name_keeps_its_key_and_is_changed(staff):
    batch = take(staff, STEEL)
    (row,) = preview(batch).rows
    assert (row.outcome, row.parameter.material) == (Outcome.CHANGED, "steel")
    assert (row.before.value, row.parameter.value) == (0.2, 0.3)
    assert row.parameter.name_bg == "Стомана"


def test_same_number_from_the_official_file_confirms_an_unverified_one(staff):
    batch = take(staff, STEEL.replace(b"0,3", b"0,2"))
    assert outcomes(batch) == {"new": 0, "changed": 1, "unchanged": 0}
    apply(staff, batch)
    again = take(staff, STEEL.replace(b"0,3", b"0,2"))
    assert outcomes(again) == {"new": 0, "changed": 0, "unchanged": 1}


def test_applied_file_is_in_force_and_still_shows_what_it_changed(staff):
    batch = take(staff)
    before = outcomes(batch)
    apply(staff, batch)
    batch.refresh_from_db()
    found = {row.key: row for row in queries.parameters_in_force()}[FELT]
    assert (found.value, found.status.value) == (0.3, "sourced")
    assert "Annex C 2.1" in found.source
    assert outcomes(batch) == before
    assert batch.changes.count() == len(batch.rows)


def test_undone_file_leaves_the_table_as_it_was(staff):
    batch = apply(staff, take(staff))
    undo(staff, batch)
    assert queries.parameters_in_force() == packaged_parameters()
    with pytest.raises(services.NotOpen):
        undo(staff, batch)


def test_file_is_not_undone_once_something_stands_on_it(staff):
    batch = apply(staff, take(staff))
    standing = queries.standing(FELT)
    services.parameter_set(
        actor=staff,
        parameter=replace(standing.in_force, value=0.35),
        reason="ново",
        seen=standing.change.pk,
    )
    assert [change.key for change in queries.obstacles(batch)] == [FELT]
    with pytest.raises(services.BuiltOn):
        undo(staff, batch)
    assert queries.standing(FELT).in_force.value == 0.35


def test_table_that_changed_since_it_was_looked_at_is_not_overwritten(staff):
    batch = take(staff)
    seen = queries.mark()
    apply(staff, take(staff, STEEL))
    with pytest.raises(services.Outdated):
        services.batch_apply(actor=staff, batch=batch, seen=seen)
    assert Batch.objects.get(pk=batch.pk).applied_at is None


def test_file_is_applied_once(staff):
    batch = apply(staff, take(staff))
    count = ParameterChange.objects.count()
    with pytest.raises(services.NotOpen):
        apply(staff, batch)
    with pytest.raises(services.NotOpen):
        services.batch_discard(actor=staff, batch=batch)
    assert ParameterChange.objects.count() == count


def test_file_that_waits_can_be_forgotten(staff):
    services.batch_discard(actor=staff, batch=take(staff))
    assert not Batch.objects.exists()


@pytest.mark.parametrize("kind", Kind)
def test_file_without_such_columns_is_refused(staff, kind):
    with pytest.raises(FileRefused):
        take(staff, b"a;b\n1;2\n", kind)
    assert not Batch.objects.exists()


def named(code="150102"):
    with official_titles(queries.titles_in_force):
        return str(waste(code).title), waste(code).title_bg, waste(code).title_bg_status.value


def test_titles_are_official_while_their_annex_is_in_force(staff):
    assert named()[2] == "working"
    content = TITLES.replace("пластмасови опаковки".encode(), "опаковки от пластмаса".encode())
    batch = take(staff, content, Kind.TITLES)
    assert named()[2] == "working"
    apply(staff, batch)
    assert named()[1:] == ("опаковки от пластмаса", "official")
    batch.refresh_from_db()
    undo(staff, batch)
    assert named()[2] == "working"


def test_annex_tells_codes_it_lacks_and_codes_nobody_knows(staff):
    batch = take(staff, TITLES, Kind.TITLES)
    assert "99" in batch.refused[0]["bg"]
    assert preview(batch).missing == 20 + 111 + 842 - 2


def test_titles_are_undone_the_latest_annex_first(staff):
    first = apply(staff, take(staff, TITLES, Kind.TITLES))
    second = apply(staff, take(staff, TITLES, Kind.TITLES))
    assert queries.obstacles(first) == [second]
    with pytest.raises(services.BuiltOn):
        undo(staff, first)
    undo(staff, second)
    undo(staff, first)
    assert not queries.titles_in_force().by_code
