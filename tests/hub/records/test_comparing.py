"""A dry run says of each row what it would change, and changes nothing."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kragozor.hub.members.models import Organisation, Term
from kragozor.hub.members.services import term_end
from kragozor.hub.records.enums import Target
from kragozor.hub.records.models import Import, ImportRow
from kragozor.hub.records.services.comparing import Comparing, import_compare
from kragozor.hub.records.services.duplicates import organisations_merge
from kragozor.hub.records.services.imports import NotOpen, columns_set, import_take
from tests.hub.cast import EIK
from tests.hub.records.files import HEAD, applied, code, compared, csv, outcomes, reasons, row, xlsx


def test_rows_are_new_changed_or_unchanged(staff):
    applied(staff, csv(row(1), row(2)))
    batch = compared(staff, csv(row(1), row(2, Град="Ямбол"), row(3)))
    assert outcomes(batch) == ["unchanged", "changed", "new"]
    changed = batch.rows.get(outcome="changed")
    assert changed.changes == [["town", "Сливен", "Ямбол"]]
    assert Organisation.objects.filter(eik=code(3)).count() == 0


def test_new_row_names_every_fact(staff):
    batch = compared(staff, csv(row(1)))
    changes = {key: after for key, before, after in batch.rows.get().changes if before is None}
    assert changes == {
        "name": "Вълна ООД",
        "district": "BG342",
        "town": "Сливен",
        "pillars": ["textiles"],
        "term": {"term_starts": "2026-01-01", "term_ends": "2026-12-31", "fee": "120.50"},
    }


@pytest.mark.parametrize("make", [csv, xlsx], ids=["csv", "xlsx"])
def test_workbook_and_text_say_the_same(staff, make):
    batch = compared(staff, make(row(1)))
    assert outcomes(batch) == ["new"]
    assert batch.rows.get().values["eik"] == code(1)


def test_code_that_lost_its_zeros_in_a_spreadsheet_is_known(staff):
    content = xlsx((int(code(1)), *row(1)[1:]))
    assert compared(staff, content).rows.get().values["eik"] == code(1)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
def test_every_usual_encoding_is_read(staff, encoding):
    batch = compared(staff, csv(row(1), encoding=encoding))
    assert batch.rows.get().name == "Вълна ООД"


def test_file_of_mixed_encodings_is_read_line_by_line(staff):
    content = csv(row(1)) + b"\n" + ";".join(row(2, Име="Щрих АД")).encode("cp1251")
    batch = compared(staff, content)
    assert [one.name for one in batch.rows.all()] == ["Вълна ООД", "Щрих АД"]
    assert outcomes(batch) == ["new", "new"]


def test_row_that_fits_no_encoding_is_refused_alone(staff):
    broken = ";".join(row(2)).encode("cp1251").replace("Вълна".encode("cp1251"), b"\x98\xc0\xff")
    batch = compared(staff, csv(row(1)) + b"\n" + broken + b"\n" + ";".join(row(3)).encode())
    assert outcomes(batch) == ["new", "refused", "new"]
    assert "Windows-1251" in reasons(batch)[0]
    assert batch.rows.get(outcome="refused").number == 3


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ({"ЕИК": "175074751"}, "This is not an ЕИК"),
        ({"ЕИК": ""}, "This is needed, and is empty."),
        ({"Име": ""}, "This is needed, and is empty."),
        ({"Област": "Пазарджки"}, "Did you mean Pazardzhik?"),
        ({"Област": "Солун"}, "There is no district"),
        ({"Сектор": "Стъкло"}, "is not among"),
        ({"Сектор": ""}, "It is not said which sector"),
        ({"Член_от": "пролетта"}, "is not a date"),
        ({"Член_до": "01.01.2025"}, "The term ends before it begins."),
        ({"Внос": "много"}, "is not an amount in euro"),
        ({"Внос": ""}, "A term needs its first day"),
        ({"Имейл": "mira"}, "Enter a valid email address"),
    ],
)
def test_faulty_cell_is_refused_with_its_reason(staff, fault, said):
    batch = compared(staff, csv(row(1, **fault)))
    assert outcomes(batch) == ["refused"]
    assert any(said in why for why in reasons(batch))
    assert any(
        why["column"] in {name.replace("_", " ") for name in fault} | {""}
        for why in batch.rows.get().reasons
    )


def test_town_says_which_of_two_districts_is_meant(staff):
    rows = [row(1, Област="София", Град="гр. София"), row(2, Област="София", Град="Ботевград")]
    batch = compared(staff, csv(*rows, row(3, Област="София", Град="Пловдив")))
    assert outcomes(batch) == ["new", "new", "refused"]
    assert [one.values.get("district") for one in batch.rows.all()[:2]] == ["BG411", "BG412"]
    assert batch.rows.all()[0].values["town"] == "София"
    assert "may be Sofia" in reasons(batch)[0]


def test_headings_of_a_list_kept_by_hand_are_known(staff):
    head = ("Булстат", "Фирма", "Бранш", "обл.", "гр.", *HEAD[5:])
    batch = import_take(actor=staff, target="members", name="x.csv", content=csv(row(1), head=head))
    assert list(batch.columns.values())[:5] == ["eik", "name", "pillars", "district", "town"]


def test_reasons_are_said_in_both_languages(staff):
    batch = compared(staff, csv(row(1, Област="Пазарджки")))
    assert reasons(batch, "bg") == ["Няма област „Пазарджки“. Имахте предвид Пазарджик?"]


def test_number_of_a_person_is_kept_nowhere(staff):
    number = "7501010010"
    batch = compared(staff, csv(row(1), row(2, ЕИК=number)))
    refused = batch.rows.get(outcome="refused")
    assert number not in str([refused.values, refused.cells, refused.reasons])
    assert not batch.file


def test_number_of_a_person_is_refused_in_any_column(staff):
    number = "7501010010"
    head = (*HEAD, "Бележка")
    rows = [(*row(1), ""), (*row(2, Област=number), ""), (*row(3), f"Ива Радева, ЕГН {number}")]
    batch = compared(staff, csv(*rows, head=head))
    assert outcomes(batch) == ["new", "refused", "refused"]
    assert all("number of a person" in said for said in reasons(batch))
    kept = list(Import.objects.values()), list(ImportRow.objects.values())
    assert number not in str(kept)
    assert not batch.file


def test_telephone_is_no_number_of_a_person(staff):
    head = (*HEAD, "Телефон")
    batch = compared(staff, csv((*row(1), "7501010010"), head=head))
    assert outcomes(batch) == ["new"]


def test_same_code_twice_names_the_other_row(staff):
    batch = compared(staff, csv(row(1), row(2), row(1, Име="Друго")))
    assert outcomes(batch) == ["new", "new", "refused"]
    assert reasons(batch) == ["Row 2 of the file is about the same organisation."]


def test_same_name_and_town_without_code_names_the_other_row(staff):
    head = ("Име", "Град")
    content = csv(("Щрих", "Русе"), ("щрих", "РУСЕ"), ("Щрих", "Варна"), head=head)
    batch = compared(staff, content, Target.PROSPECTS)
    assert outcomes(batch) == ["new", "refused", "new"]
    assert reasons(batch) == ["Row 2 of the file is about the same organisation."]


@pytest.mark.parametrize("codes", [("", code(1)), (code(1), "")])
def test_prospect_with_and_without_its_code_is_one(staff, codes):
    rows = [row(1, ЕИК=eik, Име="Вретено", Град="Русе") for eik in codes]
    batch = compared(staff, csv(*rows), Target.PROSPECTS)
    assert outcomes(batch) == ["new", "refused"]
    assert "Row 2 of the file is about the same organisation." in reasons(batch)


def test_prospects_of_one_name_with_codes_of_their_own_are_two(staff):
    rows = [row(number, Име="Вретено", Град="Русе") for number in (1, 2)]
    assert outcomes(compared(staff, csv(*rows), Target.PROSPECTS)) == ["new", "new"]


def test_line_separator_within_a_cell_breaks_no_row(staff):
    batch = compared(staff, csv(row(1, Име="Вълна\u2028Сливен"), row(2, Име='"Две\nреда"')))
    assert outcomes(batch) == ["new", "new"]
    assert [one.values["name"] for one in batch.rows.all()] == ["Вълна Сливен", "Две реда"]


def test_merged_records_are_known_by_every_code_of_theirs(staff):
    applied(staff, csv(row(1), row(2), row(3)))
    first, second, third = Organisation.objects.filter(eik__in=map(code, (1, 2, 3))).order_by("eik")
    organisations_merge(actor=staff, kept=second, absorbed=first)
    organisations_merge(actor=staff, kept=third, absorbed=second)
    batch = compared(staff, csv(row(1, Град="Ямбол")))
    assert [(one.outcome, one.record_id) for one in batch.rows.all()] == [("changed", third.pk)]


def test_comparison_of_columns_named_anew_meanwhile_is_not_kept(staff, monkeypatch):
    batch = compared(staff, csv(row(1)))
    columns = {int(index): key for index, key in batch.columns.items() if key != "town"}

    def meanwhile(comparing):
        columns_set(actor=staff, batch=batch, columns=columns, defaults={})
        yield from ()

    monkeypatch.setattr(Comparing, "rows", meanwhile)
    with pytest.raises(NotOpen):
        import_compare(batch=batch)
    assert outcomes(batch) == ["new"]


def test_labels_are_read_in_both_languages(staff):
    head = (*HEAD, "Kind", "Правна форма")
    rows = [
        (*row(1, Сектор="Plastics and packaging, Текстил"), "University", "АД"),
        (*row(2), "Университет", "ООД"),
    ]
    batch = compared(staff, csv(*rows, head=head))
    first, second = (one.values for one in batch.rows.all())
    assert first["pillars"] == ["plastics", "textiles"]
    assert (first["kind"], second["kind"]) == ("university", "university")
    assert (first["legal_form"], second["legal_form"]) == ("ad", "ood")


def test_term_for_the_whole_file_is_taken_where_the_row_has_none(staff):
    head, defaults = (
        HEAD[:5],
        {
            "term_starts": "2026-01-01",
            "term_ends": "2026-12-31",
            "waiver_reason": "учредител",
        },
    )
    batch = compared(staff, csv(row(1)[:5], head=head), defaults=defaults)
    assert outcomes(batch) == ["new"]
    assert batch.rows.get().values["waiver_reason"] == "учредител"


def test_term_that_overlaps_another_is_refused(staff):
    applied(staff, csv(row(1)))
    batch = compared(staff, csv(row(1, Член_от="01.06.2026", Член_до="31.05.2027")))
    assert reasons(batch) == [
        "Another term runs on some of these days: 1\u00a0January 2026 – 31\u00a0December 2026"
    ]


def test_next_term_is_a_change(staff):
    applied(staff, csv(row(1)))
    batch = compared(staff, csv(row(1, Член_от="01.01.2027", Член_до="31.12.2027")))
    [change] = batch.rows.get().changes
    assert change[0] == "term"
    assert change[2]["term_ends"] == "2027-12-31"


def test_term_ended_early_leaves_its_days_free(staff):
    applied(staff, csv(row(1)))
    term = Term.objects.get()
    term_end(actor=staff, term=term, on=term.starts, reason="по свое желание")
    batch = compared(staff, csv(row(1, Член_от="01.06.2026", Член_до="31.05.2027")))
    assert outcomes(batch) == ["changed"]


def test_registered_company_becomes_a_member(cast, staff):
    batch = compared(staff, csv(row(1, ЕИК=EIK)))
    changes = {change[0] for change in batch.rows.get().changes}
    assert outcomes(batch) == ["changed"]
    assert {"name", "district", "term"} <= changes


def test_member_is_no_prospect(staff):
    applied(staff, csv(row(1)))
    content = csv((code(1), "Вълна"), head=("ЕИК", "Име"))
    batch = compared(staff, content, Target.PROSPECTS)
    assert reasons(batch) == ["This is a member already: Вълна ООД."]


def test_comparing_again_replaces_the_rows(staff):
    batch = compared(staff, csv(row(1), row(2)))
    columns = {int(index): key for index, key in batch.columns.items() if key != "town"}
    columns_set(actor=staff, batch=batch, columns=columns, defaults={})
    batch.refresh_from_db()
    assert import_compare(batch=batch)["new"] == 2
    batch.refresh_from_db()
    assert (batch.comparison, batch.rows.count()) == (2, 2)
    assert "town" not in batch.rows.first().values


def test_comparison_that_breaks_off_leaves_what_was_seen_before(staff):
    def stopped(done, total):
        raise KeyboardInterrupt

    batch = compared(staff, csv(*(row(number) for number in range(1, 502))))
    with pytest.raises(KeyboardInterrupt):
        import_compare(batch=batch, progress=stopped)
    assert batch.rows.count() == 501
    import_compare(batch=batch)
    assert batch.rows.count() == 501


def test_progress_is_told_while_rows_are_compared(staff):
    rows = csv(*(row(number) for number in range(1, 1002)))
    batch = import_take(actor=staff, target=Target.MEMBERS, name="a.csv", content=rows)
    told = []
    import_compare(batch=batch, progress=lambda done, total: told.append((done, total)))
    assert told == [(500, 1001), (1000, 1001)]


def test_queries_do_not_follow_the_rows(staff):
    applied(staff, csv(*(row(number) for number in range(1, 41))))
    counts = []
    for size in (1, 40):
        batch = compared(staff, csv(*(row(n, Град="Ямбол") for n in range(1, size + 1))))
        with CaptureQueriesContext(connection) as captured:
            import_compare(batch=batch)
        counts.append(len(captured))
    assert counts[0] == counts[1]
