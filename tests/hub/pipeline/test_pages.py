"""The pages of recruitment, used as staff uses them."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone, translation

from kragozor.hub.pipeline import services
from kragozor.hub.pipeline.enums import Stage
from kragozor.hub.pipeline.models import Card, Document, LetterTemplate
from kragozor.hub.pipeline.tasks import letters_ask
from tests.hub.pages import assert_page
from tests.hub.pipeline.making import EIK, card_made, member_made

LANGUAGES = ("bg", "en")
PLAIN = ("board", "list", "archived", "new", "forecast", "templates", "template_new")
FACTS = {
    "name": "Совалка ООД",
    "kind": "company",
    "pillars": ["textiles", "plastics"],
    "language": "bg",
    "source": "event",
}


def page(name: str, *args: object, language: str = "bg") -> str:
    with translation.override(language):
        return reverse(f"pipeline:{name}", args=args)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("filled", [False, True])
@pytest.mark.parametrize("name", PLAIN)
def test_pages_hold_in_both_languages(desk, staff, name, filled, language):
    if filled:
        archived = card_made(staff, Stage.INVITED)
        services.card_archive(actor=staff, card=archived)
        card_made(staff, Stage.CONTACTED, next_on=timezone.localdate() - timedelta(days=1))
    assert_page(desk.get(page(name, language=language)), language=language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["card", "edit", "letter"])
def test_pages_of_a_card_hold_in_both_languages(desk, staff, name, language):
    card = card_made(
        staff,
        contact_name="Мария",
        contact_email="m@example.org",
        activity_version="kid-2025",
        activity_code="13.10",
        district="BG322",
        town="Габрово",
    )
    services.note_add(actor=staff, card=card, text="Обадиха се.")
    services.document_add(actor=staff, card=card, file=SimpleUploadedFile("a.pdf", b"%PDF-"))
    services.letter_send(actor=staff, card=card, template=LetterTemplate.objects.first())
    found = assert_page(desk.get(page(name, card.pk, language=language)), language=language)
    assert "Вретено" in found.title


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_a_template_hold_in_both_languages(desk, language):
    template = LetterTemplate.objects.first()
    response = desk.get(page("template", template.pk, language=language))
    assert_page(response, language=language)
    assert "Примерна фирма" in response.text
    assert "Example Ltd" in response.text


def test_the_board_sees_everything_and_finds_no_form(client_of, board, staff):
    card = card_made(staff)
    reader = client_of(board)
    for address in (page("board"), page("list"), page("card", card.pk), page("templates")):
        response = reader.get(address)
        assert_page(response)
        assert 'method="post" action="/council/pipeline/' not in response.text
        assert page("new") not in response.text


def test_a_card_is_written_down_and_changed(desk, staff):
    response = desk.post(page("new"), FACTS | {"next_on": "01.03.2027", "owner": staff.pk})
    card = Card.objects.get()
    assert response.headers["Location"] == page("card", card.pk)
    assert (card.pillars, card.source, card.owner) == (["textiles", "plastics"], "event", staff)
    assert card.next_on.isoformat() == "2027-03-01"
    desk.post(page("edit", card.pk), FACTS | {"town": "Ямбол"})
    card.refresh_from_db()
    assert (card.town, card.district, card.next_on) == ("Ямбол", "BG343", None)


def test_a_change_of_somebody_else_is_not_overwritten_unseen(desk, staff):
    card = card_made(staff, name="Вретено ООД", town="Сливен")
    opened = desk.get(page("edit", card.pk)).text
    facts = {"name": "Вретено ООД", "kind": "company", "pillars": ["textiles"], "town": "Ямбол"}
    facts |= {"language": "bg", "source": "own", "seen": seen_in(opened)}
    services.card_change(actor=staff, card=card, facts={"contact_email": "m@example.org"})
    told = desk.post(page("edit", card.pk), facts)
    assert_page(told)
    assert "променена" in told.text
    card.refresh_from_db()
    assert (card.town, card.contact_email) == ("Сливен", "m@example.org")
    desk.post(page("edit", card.pk), facts | {"seen": seen_in(told.text)})
    card.refresh_from_db()
    assert card.town == "Ямбол"


def seen_in(text: str) -> str:
    return re.search(r'name="seen" value="(\w+)"', text)[1]


@pytest.mark.parametrize("language", ["bg", "en"])
def test_a_name_on_the_board_is_not_written_down_twice_unawares(desk, staff, language):
    prefix = "" if language == "bg" else "/en"
    held = card_made(staff, name="ВРЕТЕНО  ООД")
    facts = {"name": "Вретено ООД", "kind": "company", "pillars": ["textiles"]}
    facts |= {"language": "bg", "source": "own"}
    response = desk.post(f"{prefix}{page('new')}", facts)
    assert_page(response, language=language, status=422)
    assert page("card", held.pk) in response.text
    assert Card.objects.count() == 1
    desk.post(page("new"), facts | {"another": "1"})
    assert Card.objects.count() == 2


def test_what_is_wrong_is_said_and_nothing_is_lost(desk, staff):
    card_made(staff, eik=EIK)
    response = desk.post(page("new"), FACTS | {"eik": "121 823 163"})
    assert "последната проверява" in response.text
    response = desk.post(page("new"), FACTS | {"eik": EIK})
    assert "Вече има карта с този ЕИК: Вретено ООД" in response.text
    assert "Совалка ООД" in response.text
    response = desk.post(page("new"), FACTS | {"pillars": []})
    assert_page(response)
    assert Card.objects.count() == 1
    other = card_made(staff)
    response = desk.post(page("edit", other.pk), FACTS | {"eik": EIK})
    assert "Вече има карта с този ЕИК" in response.text


def test_a_card_is_moved_on_the_board_and_the_board_stays_as_it_was_asked(desk, staff):
    card = card_made(staff)
    back = page("board") + "?pillar=textiles"
    response = desk.post(page("move", card.pk), {"stage": "invited", "back": back})
    assert response.headers["Location"] == back
    card.refresh_from_db()
    assert card.stage == Stage.INVITED


def test_a_form_leads_to_no_other_site(desk, staff):
    card = card_made(staff)
    response = desk.post(
        page("move", card.pk), {"stage": "invited", "back": "https://example.com/"}
    )
    assert response.headers["Location"] == page("card", card.pk)


def test_a_stage_that_terms_decide_is_refused(desk, staff):
    card = card_made(staff)
    response = desk.post(page("move", card.pk), {"stage": "member"})
    assert_page(response, status=422)
    card.refresh_from_db()
    assert card.stage == Stage.PROSPECT


def test_an_archived_card_says_so_and_is_brought_back(desk, staff):
    card = card_made(staff)
    response = desk.post(page("archive", card.pk), follow=True)
    assert "Върнете" in response.text or "Връщане" in response.text
    assert card.name not in desk.get(page("board")).text
    assert card.name in desk.get(page("archived")).text
    desk.post(page("move", card.pk), {"stage": "invited"})
    card.refresh_from_db()
    assert card.stage == Stage.PROSPECT
    desk.post(page("restore", card.pk))
    assert card.name in desk.get(page("board")).text


def test_a_card_whose_place_is_taken_stays_archived(desk, staff):
    card = card_made(staff, eik=EIK)
    services.card_archive(actor=staff, card=card)
    card_made(staff, eik=EIK)
    response = desk.post(page("restore", card.pk), follow=True)
    assert "Вече има карта с този ЕИК" in response.text
    card.refresh_from_db()
    assert card.is_archived


def test_the_board_shows_fifty_of_a_stage_and_leads_to_the_rest(desk, staff):
    for number in range(52):
        card_made(staff, name=f"Вретено {number:02}")
    text = desk.get(page("board")).text
    assert text.count('class="prospect') == 50
    assert "Вретено 51" not in text
    assert f"{page('list')}?stage=prospect" in text


def test_what_is_due_first_stands_first_and_what_is_overdue_is_marked(desk, staff):
    today = timezone.localdate()
    card_made(staff, name="Без дата")
    card_made(staff, name="Утре", next_on=today + timedelta(days=1))
    card_made(staff, name="Вчера", next_on=today - timedelta(days=1))
    text = desk.get(page("board")).text
    assert text.index("Вчера") < text.index("Утре") < text.index("Без дата")
    assert text.count("просрочена") == 1


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"text": "ВРЕТЕНО"}, {"Вретено ООД"}),
        ({"text": "vreteno"}, {"Вретено ООД"}),
        ({"text": EIK}, {"Вретено ООД"}),
        ({"text": "петрова ямбол"}, {"Капак АД"}),
        ({"text": "100%"}, set()),
        ({"pillar": "plastics"}, {"Капак АД"}),
        ({"stage": "invited"}, {"Капак АД"}),
        ({"stage": "member"}, {"Вретено ООД"}),
        ({"district": "BG343"}, {"Капак АД"}),
        ({"owner": "none"}, {"Вретено ООД"}),
        ({"overdue": "on"}, {"Капак АД"}),
        ({"sort": "name"}, {"Вретено ООД", "Капак АД"}),
        ({"stage": "nowhere", "page": "99"}, {"Вретено ООД", "Капак АД"}),
    ],
)
def test_the_list_finds(desk, staff, asked, found):
    past = timezone.localdate() - timedelta(days=1)
    card_made(staff, eik=EIK, next_on=past)
    member_made(staff)
    card_made(
        staff,
        Stage.INVITED,
        name="Капак АД",
        pillars=["plastics"],
        town="Ямбол",
        district="BG343",
        contact_name="Мария Петрова",
        owner=staff,
        next_on=past,
    )
    response = desk.get(page("list"), asked)
    assert {card.name for card in response.context["cards"]} == found
    assert_page(response)


def test_a_member_of_two_words_in_json_is_not_mistaken(desk, staff):
    card_made(staff, pillars=[])
    assert list(desk.get(page("list"), {"pillar": "textiles"}).context["cards"]) == []


@pytest.mark.parametrize("name", ["board", "list", "forecast"])
def test_fifty_cards_need_no_more_queries_than_one(
    desk, staff, name, django_assert_max_num_queries
):
    def made(number: int) -> Card:
        facts = {"name": f"Вретено {number:02}", "owner": staff}
        return card_made(staff, contact_email="a@example.org", **facts)

    made(0)
    desk.get(page(name))
    with django_assert_max_num_queries(40) as one:
        desk.get(page(name))
    for number in range(1, 50):
        made(number)
    with django_assert_max_num_queries(len(one)) as fifty:
        desk.get(page(name))
    assert len(fifty) == len(one)


def test_the_chosen_are_given_moved_and_counted(desk, staff, granted):
    cards = [card_made(staff), card_made(staff, Stage.INVITED)]
    keys = [card.pk for card in cards]
    desk.post(page("chosen"), {"cards": keys, "do": "owner", "owner": granted.pk})
    assert set(Card.objects.values_list("owner", flat=True)) == {granted.pk}
    response = desk.post(
        page("chosen"), {"cards": keys, "do": "stage", "stage": "invited"}, follow=True
    )
    assert "Променена е една карта." in response.text
    assert set(Card.objects.values_list("stage", flat=True)) == {"invited"}


def test_nothing_chosen_is_told(desk, staff):
    card_made(staff)
    response = desk.post(page("chosen"), {"do": "stage", "stage": "invited"})
    assert_page(response, status=422)
    assert "Изберете поне една карта" in response.text


def test_a_letter_is_read_before_it_goes(desk, staff):
    card = card_made(staff, contact_email="m@example.org")
    template = LetterTemplate.objects.last()
    response = desk.get(page("letter", card.pk), {"template": template.pk})
    assert "Да Ви помогнем ли" in response.text
    assert mail.outbox == []
    desk.post(page("letter", card.pk), {"template": template.pk})
    assert card.letters.get().subject == mail.outbox[0].subject


def test_a_silent_contact_is_told_about_and_not_written_to(desk, staff):
    card = card_made(staff, contact_email="m@example.org")
    desk.post(page("silence", card.pk))
    assert "не пишем" in desk.get(page("letter", card.pk)).text
    desk.post(page("letter", card.pk), {"template": LetterTemplate.objects.first().pk})
    assert mail.outbox == []
    desk.post(page("silence", card.pk), {"lift": "yes"})
    card.refresh_from_db()
    assert not card.is_suppressed


def test_a_letter_that_fails_is_told_about(desk, staff, settings):
    settings.EMAIL_BACKEND = "tests.hub.pipeline.test_letters.Broken"
    card = card_made(staff, contact_email="m@example.org")
    template = {"template": LetterTemplate.objects.first().pk}
    response = desk.post(page("letter", card.pk), template, follow=True)
    assert "не можа да бъде изпратено" in response.text
    assert not card.letters.exists()


def test_letters_to_many_are_read_sent_and_accounted_for(desk, staff):
    reached = card_made(staff, name="Има адрес", contact_email="m@example.org")
    silent = card_made(staff, name="Няма адрес")
    asked = {
        "cards": [reached.pk, silent.pk],
        "do": "letter",
        "template": LetterTemplate.objects.first().pk,
    }
    response = desk.post(page("chosen"), asked)
    assert_page(response)
    assert mail.outbox == []
    response = desk.post(page("send"), asked | {"cards": str(reached.pk)}, follow=True)
    assert_page(response)
    assert reached.name in response.text
    assert [letter.to for letter in mail.outbox] == [["m@example.org"]]
    assert silent.letters.count() == 0


def test_letters_without_cards_lead_back(desk):
    response = desk.post(page("send"), {}, follow=True)
    assert "Нищо не е изпратено" in response.text


def test_a_piece_of_the_page_is_given_while_letters_go_out(desk, staff):
    work = letters_ask(actor=staff, cards=[], template=LetterTemplate.objects.first())
    response = desk.get(page("sending", work.pk), headers={"HX-Request": "true"})
    assert "<html" not in response.text
    assert desk.get(page("sending", work.pk)).status_code == 200


def test_a_template_with_an_unknown_place_is_refused(desk):
    template = LetterTemplate.objects.first()
    facts = dict.fromkeys(("name_bg", "name_en", "subject_bg", "subject_en"), "Текст")
    response = desk.post(
        page("template", template.pk), facts | {"body_bg": "{iban}", "body_en": "Text"}
    )
    assert "{iban}" in response.text
    template.refresh_from_db()
    assert template.subject_bg != "Текст"


def test_a_look_at_a_template_keeps_nothing(desk):
    fields = ("name_bg", "name_en", "subject_bg", "subject_en", "body_bg", "body_en")
    facts = dict.fromkeys(fields, "Ново {sender}")
    response = desk.post(page("template_new"), facts | {"look": "yes"})
    assert "Ново Ива Staff" in response.text
    assert LetterTemplate.objects.count() == 3
    desk.post(page("template_new"), facts)
    assert LetterTemplate.objects.count() == 4


def test_a_document_leaves_as_an_attachment_and_goes_with_its_file(desk, staff):
    card = card_made(staff)
    desk.post(
        page("document_new", card.pk),
        {"file": SimpleUploadedFile("Оферта <1>.pdf", b"%PDF-1.7")},
    )
    document = Document.objects.get()
    assert document.file.name == f"pipeline/{document.pk}"
    response = desk.get(page("document", card.pk, document.pk))
    assert response.headers["Content-Disposition"].startswith("attachment;")
    assert response.content == b"%PDF-1.7"
    storage, name = document.file.storage, document.file.name
    services.document_remove(actor=staff, document=document)
    assert not Document.objects.exists()
    assert storage.exists(name), "the file goes once the transaction is through"


@pytest.mark.django_db(transaction=True)
def test_the_file_of_a_removed_document_is_deleted(desk, staff):
    card = card_made(staff)
    document = services.document_add(
        actor=staff, card=card, file=SimpleUploadedFile("a.pdf", b"%PDF-")
    )
    desk.post(page("document_remove", card.pk, document.pk))
    assert not document.file.storage.exists(f"pipeline/{document.pk}")


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.html", b"<script>"), ("a.pdf", b"MZ"), ("a", b"%PDF-"), ("a.docm", b"PK\x03\x04")],
)
def test_a_file_of_another_kind_is_refused(desk, staff, name, content):
    card = card_made(staff)
    response = desk.post(page("document_new", card.pk), {"file": SimpleUploadedFile(name, content)})
    assert_page(response, status=422)
    assert not Document.objects.exists()


def test_a_file_beyond_the_limit_is_refused(desk, staff):
    card = card_made(staff)
    large = SimpleUploadedFile("a.pdf", b"%PDF-" + b"0" * (10 * 1024 * 1024))
    response = desk.post(page("document_new", card.pk), {"file": large})
    assert_page(response, status=422)
    assert "10 MB" in response.text
    assert not Document.objects.exists()


def test_an_empty_note_is_refused_and_a_long_one_is_kept(desk, staff):
    card = card_made(staff)
    assert_page(desk.post(page("note_new", card.pk), {"text": " "}), status=422)
    desk.post(page("note_new", card.pk), {"text": "Обадиха се.\n\n<b>Утре</b>"})
    text = desk.get(page("card", card.pk)).text
    assert "&lt;b&gt;Утре" in text
    desk.post(page("note_remove", card.pk, card.notes.get().pk))
    assert not card.notes.exists()


def test_a_note_is_removed_only_from_its_own_card(desk, staff):
    card, other = card_made(staff), card_made(staff)
    note = services.note_add(actor=staff, card=card, text="Утре.")
    assert desk.post(page("note_remove", other.pk, note.pk)).status_code == 404
    assert card.notes.exists()


def test_a_next_step_is_taken_by_somebody(desk, staff):
    card = card_made(staff)
    step = {"next_step": "Среща", "next_on": "2027-03-01", "owner": staff.pk}
    desk.post(page("step", card.pk), step)
    card.refresh_from_db()
    assert (card.next_step, card.owner) == ("Среща", staff)
    for slip in ("утре", "0202-03-01"):
        assert_page(desk.post(page("step", card.pk), {"next_on": slip}), status=422)


def test_a_member_is_not_moved_by_hand(desk, staff):
    card = card_made(staff, eik=EIK)
    member_made(staff)
    text = desk.get(page("card", card.pk)).text
    assert page("move", card.pk) not in text
    assert page("move", card.pk) not in desk.get(page("board")).text


def test_the_forecast_tells_numbers_only_where_they_rest_on_something(desk, staff):
    card_made(staff, Stage.INVITED)
    assert "Твърде малко се знае" in desk.get(page("forecast")).text
    long_ago = timezone.now() - timedelta(days=500)
    for _ in range(6):
        card_made(staff, Stage.INVITED, at=long_ago)
    text = desk.get(page("forecast")).text
    assert "най-вероятно между 0 и" in text
    assert "<svg" in text


@pytest.mark.parametrize("until", ["2001-01-01", "2999-01-01", "утре", ""])
def test_a_day_that_cannot_be_forecast_is_told_about(desk, until):
    response = desk.get(page("forecast"), {"until": until})
    assert_page(response)
    assert "error-summary" in response.text
