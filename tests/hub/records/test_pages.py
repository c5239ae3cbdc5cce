"""The Council's pages for records in bulk, in both languages, as people go through them."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override
from openpyxl import load_workbook

from kragozor.hub.common.models import Job
from kragozor.hub.members.models import Invitation, Organisation
from kragozor.hub.members.services import organisation_edit
from kragozor.hub.pipeline.models import Suppression
from kragozor.hub.pipeline.rules import address_hash
from kragozor.hub.records.models import ColumnMemory, Import
from kragozor.hub.records.services.duplicates import organisations_merge
from kragozor.hub.records.services.imports import import_take
from tests.hub.cast import company_make
from tests.hub.pages import assert_page, assert_strict
from tests.hub.records.files import HEAD, applied, code, compared, csv, row, xlsx


def address(view: str, language: str = "bg", **kwargs) -> str:
    with override(language):
        return reverse(f"records:{view}", kwargs=kwargs)


def sent(client, content: bytes, target: str = "members", name: str = "списък.csv"):
    return client.post(
        address("import_new", target=target), {"file": SimpleUploadedFile(name, content)}
    )


def named(batch: Import, **facts) -> dict[str, object]:
    return {f"column_{index}": key for index, key in batch.columns.items()} | facts


@pytest.mark.parametrize("language", ["bg", "en"])
def test_pages_hold_in_both_languages(staff, client_of, language):
    batch = compared(staff, csv(row(1), row(2, Област="Солун")))
    done = applied(staff, csv(row(3)))
    fresh = import_take(actor=staff, target="members", name="a.csv", content=csv(row(4)))
    twin = company_make("Нишка", "000000018")
    other = company_make("НИШКА ЕООД", "000000025")
    third = company_make("Трета", "000000032")
    merge = organisations_merge(actor=staff, kept=twin, absorbed=third)
    client = client_of(staff)
    for view, kwargs in (
        ("imports", {}),
        ("import_new", {"target": "members"}),
        ("import_new", {"target": "prospects"}),
        ("import_columns", {"batch_id": fresh.pk}),
        ("import", {"batch_id": batch.pk}),
        ("import", {"batch_id": done.pk}),
        ("import_undo", {"batch_id": done.pk}),
        ("import_invite", {"batch_id": done.pk}),
        ("duplicates", {}),
        ("merge_new", {"kept_id": twin.pk, "absorbed_id": other.pk}),
        ("merge", {"merge_id": merge.pk}),
        ("exports", {}),
    ):
        response = client.get(address(view, language, **kwargs))
        assert_page(response, language=language)
        assert 'class="who"' in response.text


def test_file_goes_from_upload_to_member(staff, client_of):
    client = client_of(staff)
    response = sent(client, csv(row(1)))
    batch = Import.objects.get()
    assert response.headers["Location"] == address("import_columns", batch_id=batch.pk)
    response = client.post(response.headers["Location"], named(batch), follow=True)
    assert "Прилагане на един ред" in response.text
    batch.refresh_from_db()
    client.post(address("import_apply", batch_id=batch.pk), {"comparison": batch.comparison})
    assert Organisation.objects.get(eik=code(1)).name == "Вълна ООД"
    response = client.post(address("import_undo", batch_id=batch.pk), follow=True)
    assert "Отменен е един ред." in response.text
    assert not Organisation.objects.filter(eik=code(1)).exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Файлът е празен"),
        (";".join(HEAD).encode(), "няма редове под тях"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "не е таблица"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "стар или защитен файл"),
        (b"PK\x03\x04broken", "."),
        (csv(*[("x",) * 120]), "повече от 100 колони"),
        (xlsx(("x",) * 120), "повече от 100 колони"),
    ],
)
def test_file_that_is_no_table_is_refused_in_words(staff, client_of, content, said):
    response = sent(client_of(staff), content)
    assert response.status_code == 422
    assert_strict(response)
    assert said in response.text
    assert not Import.objects.exists()


def test_workbook_with_macros_is_refused_before_it_is_parsed(staff, client_of):
    import zipfile

    content = BytesIO(xlsx(row(1)))
    with zipfile.ZipFile(content, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")
    response = sent(client_of(staff), content.getvalue(), name="a.xlsm")
    assert response.status_code == 422
    assert "макрос" in response.text


def test_columns_are_remembered_for_the_next_file(staff, granted, client_of):
    head = ("Шифър", "Кой", "Ресор", "От", "До", "Колко")
    cells = ("175074752", "Нишка", "Текстил", "1.1.2026", "31.12.2026", "5")
    client, content = client_of(staff), csv(cells, head=head)
    batch = Import.objects.get(pk=sent(client, content).headers["Location"].split("/")[-3])
    keys = ("eik", "name", "pillars", "term_starts", "term_ends", "fee")
    chosen = {f"column_{index}": key for index, key in enumerate(keys)}
    client.post(address("import_columns", batch_id=batch.pk), chosen)
    assert ColumnMemory.objects.get().person == staff
    for person in (staff, granted):
        sent(client_of(person), content)
        assert Import.objects.first().columns == {str(i): key for i, key in enumerate(keys)}


def test_missing_and_doubled_columns_are_told(staff, client_of):
    batch = import_take(actor=staff, target="members", name="a.csv", content=csv(row(1)))
    data = named(batch) | {"column_1": "eik"}
    response = client_of(staff).post(address("import_columns", batch_id=batch.pk), data)
    assert "Вече сте посочили, че това е „ЕИК“." in response.text
    assert "Посочете в коя колона е: Наименование." in response.text
    batch.refresh_from_db()
    assert batch.compared_at is None


def test_a_term_of_the_whole_file_lies_within_reach(staff, client_of):
    batch = import_take(actor=staff, target="members", name="a.csv", content=csv(row(1)))
    data = named(batch) | {"term_starts": "0202-01-01", "term_ends": "31.12.2026"}
    response = client_of(staff).post(address("import_columns", batch_id=batch.pk), data)
    assert "Изберете ден между 1990 и 2100 г." in response.text
    batch.refresh_from_db()
    assert batch.compared_at is None


def test_cells_of_a_file_are_never_markup(staff, client_of):
    name = "<script>alert(1)</script>"
    head = (*HEAD[:-1], "<b>Имейл</b>")
    batch = import_take(
        actor=staff, target="members", name=f"{name}.csv", content=csv(row(1, Име=name), head=head)
    )
    client = client_of(staff)
    response = client.get(address("import_columns", batch_id=batch.pk))
    assert_strict(response)
    assert name not in response.text
    response = client.post(address("import_columns", batch_id=batch.pk), named(batch), follow=True)
    assert_strict(response)
    assert name not in response.text


def test_rows_are_filtered_and_paged(staff, client_of):
    batch = compared(staff, csv(*(row(n) for n in range(1, 61)), row(61, Област="Солун")))
    client, page = client_of(staff), address("import", batch_id=batch.pk)
    assert "Страница 1 от 2" in client.get(page).text
    refused = client.get(f"{page}?rows=refused").text
    assert "Няма област „Солун“." in refused
    assert code(1) not in refused
    assert "rows=new&amp;page=2" in client.get(f"{page}?rows=new").text


def test_page_costs_the_same_for_one_row_and_for_fifty(staff, client_of):
    counts = []
    for size in (1, 50):
        batch = compared(staff, csv(*(row(n) for n in range(1, size + 1))))
        client, page = client_of(staff), address("import", batch_id=batch.pk)
        client.get(page)
        with CaptureQueriesContext(connection) as captured:
            client.get(page)
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_refused_rows_come_back_as_a_workbook_with_reasons(staff, client_of):
    batch = compared(staff, csv(row(1), row(2, Област="Солун", Име="=1+1")))
    response = client_of(staff).get(address("import_refused", batch_id=batch.pk))
    assert response.headers["Content-Disposition"].startswith("attachment")
    head, only = load_workbook(BytesIO(response.content)).active.iter_rows()
    assert [cell.value for cell in head][-2:] == ["Ред", "Защо е отказан"]
    assert [only[-2].value, only[-1].value] == ["3", "Област: Няма област „Солун“."]
    assert only[1].data_type == "s"


def test_page_says_why_the_columns_cannot_be_named_anew(staff, client_of):
    client = client_of(staff)
    kept = compared(staff, csv(row(1)))
    page = client.get(address("import", batch_id=kept.pk)).text
    assert "Самият файл вече не се пази" not in page
    assert address("import_columns", batch_id=kept.pk) in page
    dropped = compared(staff, csv(row(2), row(3, ЕИК="7501010010")))
    page = client.get(address("import", batch_id=dropped.pk)).text
    assert "Самият файл вече не се пази" in page
    assert address("import_columns", batch_id=dropped.pk) not in page


def test_corrected_workbook_can_be_sent_again(staff, client_of):
    batch = compared(staff, csv(row(2, Област="Солун")))
    client = client_of(staff)
    content = client.get(address("import_refused", batch_id=batch.pk)).content
    again = compared(staff, content)
    assert again.columns == batch.columns
    assert again.rows.get().reasons == batch.rows.get().reasons


def test_page_left_open_applies_nothing_else_than_it_shows(staff, client_of):
    batch = compared(staff, csv(row(1)))
    client, there = client_of(staff), address("import_apply", batch_id=batch.pk)
    for told in (str(batch.comparison + 1), "", "x"):
        response = client.post(there, {"comparison": told}, follow=True)
        assert "Прегледайте го отново." in response.text
    assert not Organisation.objects.filter(eik=code(1)).exists()


def test_undo_page_names_what_was_built_on(staff, client_of):
    batch = applied(staff, csv(row(1)))
    member = Organisation.objects.get(eik=code(1))
    organisation_edit(actor=staff, organisation=member, town="Котел")
    client, there = client_of(staff), address("import_undo", batch_id=batch.pk)
    for response in (client.get(there), client.post(there)):
        assert "Това внасяне не може да се отмени" in response.text
        assert "променено след това: Населено място" in response.text


def test_contacts_are_invited_once(
    owner, staff, client_of, mailoutbox, django_capture_on_commit_callbacks
):
    batch = applied(staff, csv(row(1), row(2, Имейл=owner.email), row(3, Имейл="")))
    client, there = client_of(staff), address("import_invite", batch_id=batch.pk)
    assert "Изпращане на 2 покани" in client.get(there).text
    with django_capture_on_commit_callbacks(execute=True):
        client.post(there, {"language": "bg"})
    assert {invitation.role for invitation in Invitation.objects.all()} == {"owner"}
    assert Invitation.objects.count() == len(mailoutbox) == 2
    response = client.get(there)
    assert "Няма кого да поканите" in response.text
    with django_capture_on_commit_callbacks(execute=True):
        client.post(there, {"language": "bg"})
    assert len(mailoutbox) == 2


def test_nobody_is_invited_who_wants_no_letters_or_whose_row_was_refused(staff, client_of):
    applied(staff, csv(row(1)))
    Suppression.objects.create(address_hash=address_hash("still@example.org"))
    refused = row(1, Член_от="01.06.2026", Член_до="01.06.2027", Имейл="other@example.org")
    batch = applied(staff, csv(refused, row(2, Имейл="still@example.org"), row(3)))
    text = client_of(staff).get(address("import_invite", batch_id=batch.pk)).text
    assert "Изпращане на една покана" in text
    assert "Не желаят писма" in text
    assert "other@example.org" not in text


def test_comparison_of_any_length_is_no_number(staff, client_of):
    batch = compared(staff, csv(row(1)))
    there = address("import_apply", batch_id=batch.pk)
    response = client_of(staff).post(there, {"comparison": "9" * 5000}, follow=True)
    assert "Прегледайте го отново." in response.text


def test_import_at_work_is_not_applied_again(staff, client_of):
    batch = compared(staff, csv(row(1)))
    job = Job.objects.create(owner_id=staff.pk, work="x", state="running")
    Import.objects.filter(pk=batch.pk).update(job=job)
    there, told = address("import_apply", batch_id=batch.pk), {"comparison": batch.comparison}
    client_of(staff).post(there, told)
    assert not Organisation.objects.filter(eik=code(1)).exists()


def test_file_can_be_forgotten_until_it_is_applied(staff, client_of):
    batch = compared(staff, csv(row(1)))
    done = applied(staff, csv(row(2)))
    client = client_of(staff)
    client.post(address("import_forget", batch_id=batch.pk))
    assert not Import.objects.filter(pk=batch.pk).exists()
    assert client.post(address("import_forget", batch_id=done.pk)).status_code == 404


def test_board_reads_and_is_offered_nothing_to_do(staff, board, client_of):
    batch = compared(staff, csv(row(1)))
    client = client_of(board)
    for view, kwargs in (("imports", {}), ("import", {"batch_id": batch.pk}), ("duplicates", {})):
        text = client.get(address(view, **kwargs)).text
        assert "button primary" not in text


def test_empty_workbook_names_every_column(staff, client_of):
    client = client_of(staff)
    for target, columns in (("members", 20), ("prospects", 16)):
        content = client.get(address("import_template", target=target)).content
        [head] = load_workbook(BytesIO(content)).active.iter_rows(values_only=True)
        assert len(head) == columns
    assert client.get(address("import_new", target="members")[:-8] + "others/").status_code == 404


def test_merging_by_the_page_takes_what_was_chosen(cast, staff, client_of):
    kept, absorbed = cast.company, cast.other_company
    kwargs = {"kept_id": kept.pk, "absorbed_id": absorbed.pk}
    client = client_of(staff)
    page = client.get(address("merge_new", **kwargs))
    assert "Капачка АД" in page.text
    response = client.post(
        address("merge_new", **kwargs), {"name": "absorbed", "pillar": "kept"}, follow=True
    )
    assert "вече е част от" in response.text
    kept.refresh_from_db()
    assert (kept.name, kept.pillar) == ("Капачка АД", "textiles")
    merge = response.context["merge"]
    response = client.post(address("merge_reverse", merge_id=merge.pk), follow=True)
    assert "Отново са два записа." in response.text
    kept.refresh_from_db()
    assert kept.name == "Нишка ООД"


def test_address_of_the_absorbed_record_leads_to_the_kept_one(cast, client_of):
    kept, absorbed = cast.company, cast.other_company
    organisations_merge(actor=cast.staff, kept=kept, absorbed=absorbed)
    there = reverse("members:detail", args=[absorbed.pk])
    for person in (cast.staff, cast.stranger):
        response = client_of(person).get(there)
        assert response.headers["Location"] == reverse("members:detail", args=[kept.pk])
    assert client_of(cast.expert).get(there).status_code == 404
    assert absorbed.name not in client_of(cast.staff).get(reverse("members:list")).text


def test_record_is_not_merged_with_itself(cast, staff, client_of):
    kwargs = {"kept_id": cast.company.pk, "absorbed_id": cast.company.pk}
    assert client_of(staff).get(address("merge_new", **kwargs)).status_code == 404
