"""What a member says of itself, its logo, and who sees it."""

import io
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from kragozor.hub.common.models import AuditEntry
from kragozor.hub.members import queries, services
from kragozor.hub.members.logos import kind_of, logo_read
from kragozor.hub.members.services import TermFacts
from kragozor.hub.people.enums import Purpose, Source
from kragozor.hub.people.services import consent_record
from tests.hub.members.pictures import jpeg, picture, png, webp
from tests.hub.pages import assert_page

pytestmark = pytest.mark.django_db
ARTIST, ORIENTATION = 0x013B, 0x0112  # the numbers that Exif gives them
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.fixture
def ours(cast):
    return f"/companies/{cast.company.pk}/"


@pytest.fixture
def stored(settings, tmp_path):
    """A folder of this test's own, into which logos are stored."""
    backend = "django.core.files.storage.FileSystemStorage"
    options = {"location": tmp_path, "base_url": None}
    settings.STORAGES = settings.STORAGES | {"default": {"BACKEND": backend, "OPTIONS": options}}
    return tmp_path / "logos"


def become_member(cast):
    today = timezone.localdate()
    term = TermFacts(today, today + timedelta(days=300), waiver_reason="учредител")
    services.term_begin(actor=cast.staff, organisation=cast.company, term=term)


def send(client, ours, content, name="logo.png"):
    return client.post(f"{ours}page/logo/", {"logo": SimpleUploadedFile(name, content)})


def test_owner_writes_the_page_and_shows_it(cast, client_of, ours):
    client = client_of(cast.owner)
    client.post(f"{ours}page/edit/", {"text_bg": "Тъчем.", "text_en": "We weave."})
    page = queries.page_of(cast.company)
    assert (page.text_bg, page.text_en, page.is_shown) == ("Тъчем.", "We weave.", False)
    client.post(f"{ours}page/edit/", {"text_bg": "Тъчем.", "is_shown": "on", "shows_badge": "on"})
    assert queries.page_of(cast.company).shows_badge
    actions = AuditEntry.objects.order_by("pk").values_list("action", flat=True)
    assert list(actions) == ["page.edited", "page.edited", "page.shown"]


def test_an_owner_is_told_that_a_page_leads_to_nobody(cast, client_of, ours):
    become_member(cast)
    services.page_edit(actor=cast.owner, organisation=cast.company, is_shown=True)
    said = "Но никой, който я чете, не може да се свърже с Вас"
    assert said in client_of(cast.owner).get(f"{ours}page/").text
    assert said not in client_of(cast.reader).get(f"{ours}page/").text
    consent_record(person=cast.editor, purpose=Purpose.CONTACT, given=True, source=Source.ACCOUNT)
    assert queries.contacts_of(cast.company) == [cast.editor]
    assert said not in client_of(cast.owner).get(f"{ours}page/").text


def test_a_page_is_seen_by_everybody_only_of_a_member_that_agrees(cast):
    assert not queries.is_seen_by_everybody(cast.company)
    services.page_edit(actor=cast.owner, organisation=cast.company, is_shown=True)
    assert not queries.is_seen_by_everybody(cast.company)
    become_member(cast)
    assert queries.is_seen_by_everybody(cast.company)
    services.page_edit(actor=cast.owner, organisation=cast.company, is_shown=False)
    assert not queries.is_seen_by_everybody(cast.company)


@pytest.mark.parametrize(
    ("content", "form", "mode"),
    [
        (png(64, 48), "PNG", "RGBA"),
        (png(64, 48, mode="P"), "PNG", "RGBA"),
        (jpeg(64, 48), "JPEG", "RGB"),
        (jpeg(64, 48, mode="CMYK"), "JPEG", "RGB"),
        (webp(64, 48), "WEBP", "RGBA"),
        (webp(64, 48, lossless=True), "WEBP", "RGBA"),
    ],
)
def test_a_picture_is_known_by_its_bytes_and_drawn_anew(content, form, mode):
    kept = logo_read(content)
    picture = Image.open(io.BytesIO(kept))
    picture.load()
    assert (picture.format, picture.size) == (form, (64, 48))
    assert picture.convert(mode).getpixel((30, 20))[0] == pytest.approx(128, abs=3)
    assert kind_of(kept[:16]) == f"image/{form.lower()}"


def test_what_a_picture_tells_of_its_maker_is_not_kept():
    told = Image.Exif()
    told[ARTIST], told[ORIENTATION] = "Мария Иванова", 6
    for make in (png, jpeg, webp):
        hidden = make(64, 48, exif=told, icc_profile=b"profile of the camera") + b"<script>"
        kept = logo_read(hidden)
        picture = Image.open(io.BytesIO(kept))
        assert not picture.getexif()
        assert not {"icc_profile", "exif", "comment"} & set(picture.info)
        assert b"<script>" not in kept
        # It was turned on its side, and is stored upright.
        assert picture.size == (48, 64)


def test_a_picture_is_kept_no_larger_than_it_is_shown():
    assert Image.open(io.BytesIO(logo_read(png(4096, 2048)))).size == (800, 400)


@pytest.mark.parametrize(
    "content",
    [
        SVG,
        b"",
        picture("GIF", 64, 48),
        picture("BMP", 64, 48),
        png(64, 48)[:20],
        png(64, 48)[:60],
        jpeg(64, 48)[:24],
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xe0\0\0" * 3,
        webp(64, 48)[:18],
        png(16, 64),
        png(64, 4097),
        png(64, 64) + b"\0" * 1_000_000,
        # A head that promises more pixels than memory holds, in a few bytes.
        png(64, 48)[:16] + b"\0\x01\0\0" * 2 + png(64, 48)[24:],
    ],
)
def test_what_is_no_logo_is_refused(content):
    with pytest.raises(ValidationError):
        logo_read(content)


def test_a_logo_is_stored_under_a_name_that_says_nothing(cast, client_of, ours, stored):
    assert send(client_of(cast.owner), ours, png(64, 64), "../../x.svg").status_code == 302
    (file,) = stored.iterdir()
    assert file.suffix == ""
    assert file.read_bytes() == logo_read(png(64, 64))


def test_a_new_logo_takes_the_place_of_the_old(
    cast, client_of, ours, stored, django_capture_on_commit_callbacks
):
    client = client_of(cast.owner)
    with django_capture_on_commit_callbacks(execute=True):
        send(client, ours, png(64, 64))
        send(client, ours, jpeg(64, 64))
    (file,) = stored.iterdir()
    assert file.read_bytes() == logo_read(jpeg(64, 64))
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{ours}page/logo/remove/")
    assert list(stored.iterdir()) == []
    assert not queries.page_of(cast.company).logo


@pytest.mark.parametrize(("content", "words"), [(SVG, "PNG, JPEG или WebP"), (png(8, 8), "8 × 8")])
def test_a_logo_that_does_not_do_is_explained(cast, client_of, ours, stored, content, words):
    page = send(client_of(cast.owner), ours, content)
    assert page.status_code == 200
    assert words in page.text
    assert not stored.exists()


@pytest.mark.parametrize("size", [1_000_001, 11_000_000])
def test_a_logo_that_is_too_large_is_told_so_however_large(cast, client_of, ours, stored, size):
    page = send(client_of(cast.owner), ours, png(64, 64).ljust(size, b"\0"))
    assert page.status_code == 200
    assert "по-голям от 1 MB" in page.text


def test_a_form_without_a_logo_is_told_so(cast, client_of, ours, stored):
    page = client_of(cast.owner).post(f"{ours}page/logo/", {})
    assert "Това поле е задължително." in page.text
    assert "error-summary" not in client_of(cast.owner).get(f"{ours}page/logo/").text


def test_a_logo_is_served_as_a_picture_and_nothing_else(cast, client_of, stored):
    services.logo_set(actor=cast.owner, organisation=cast.company, content=png(64, 64))
    address = f"/members/{cast.company.pk}/logo/"
    for person, status in [
        (None, 404),
        (cast.stranger, 404),
        (cast.reader, 200),
        (cast.board, 200),
    ]:
        assert client_of(person).get(address).status_code == status
    services.page_edit(actor=cast.owner, organisation=cast.company, is_shown=True)
    become_member(cast)
    answer = client_of(None).get(address)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "image/png"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "script" not in answer.headers["Content-Security-Policy"]


def test_an_offer_is_added_and_withdrawn_and_stays_on_record(cast, client_of, ours):
    client = client_of(cast.owner)
    client.post(
        f"{ours}offers/new/",
        {"direction": "offer", "topic": "residue", "text_bg": "Памучни изрезки, 2 t на месец"},
    )
    offering = queries.offerings_of(cast.company).get()
    assert "Памучни изрезки" in client.get(f"{ours}page/").text
    client.post(f"{ours}offers/{offering.pk}/withdraw/")
    assert not queries.offerings_of(cast.company).exists()
    assert cast.company.offerings.get().withdrawn_at is not None


def test_a_project_is_described_changed_and_removed(cast, client_of, ours):
    client = client_of(cast.owner)
    facts = {"title_en": "Second cloth", "year": "2025", "address": "example.org"}
    client.post(f"{ours}projects/new/", facts)
    project = queries.projects_of(cast.company).get()
    assert (project.title, project.address) == ("Second cloth", "https://example.org")
    client.post(f"{ours}projects/{project.pk}/", facts | {"year": "2024"})
    assert queries.projects_of(cast.company).get().year == 2024
    client.post(f"{ours}projects/{project.pk}/remove/")
    assert not queries.projects_of(cast.company).exists()
    assert AuditEntry.objects.get(action="project.removed").detail == {"title": "Second cloth"}


@pytest.mark.parametrize(
    ("path", "facts", "words"),
    [
        ("offers/new/", {"direction": "offer", "topic": "residue"}, "на български, на английски"),
        ("offers/new/", {"direction": "give", "topic": "residue", "text_bg": "x"}, "give"),
        ("projects/new/", {"year": "2025"}, "на български, на английски"),
        ("projects/new/", {"title_bg": "Платно", "year": "2999"}, "Напишете година до"),
        ("projects/new/", {"title_bg": "Платно", "year": "1700"}, "1990"),
    ],
)
def test_what_does_not_do_is_explained(cast, client_of, ours, path, facts, words):
    page = client_of(cast.owner).post(ours + path, facts)
    assert page.status_code == 200
    assert words in page.text
    assert not cast.company.offerings.exists()
    assert not cast.company.projects.exists()


def test_what_belongs_to_another_cannot_be_reached(cast, client_of, ours):
    offering = services.offering_add(
        actor=cast.stranger,
        organisation=cast.other_company,
        direction="seek",
        topic="partner",
        text_bg="Партньор",
    )
    page = client_of(cast.owner).post(f"{ours}offers/{offering.pk}/withdraw/")
    assert page.status_code == 404
    assert queries.offerings_of(cast.other_company).exists()


def test_texts_are_written_as_text(cast, client_of, ours):
    services.page_edit(
        actor=cast.owner, organisation=cast.company, text_bg="<script>alert(1)</script>"
    )
    assert "<script>alert" not in client_of(cast.reader).get(f"{ours}page/").text


@pytest.mark.parametrize(("prefix", "language"), [("", "bg"), ("/en", "en")])
@pytest.mark.parametrize(
    "path", ["page/", "page/edit/", "page/logo/", "offers/new/", "projects/new/", "data/", ""]
)
def test_pages_hold_in_both_languages(cast, client_of, ours, prefix, language, path):
    become_member(cast)
    page = client_of(cast.owner).get(prefix + ours + path)
    assert_page(page, language=language)
    assert {"bg": "Кой вижда това:", "en": "Who can see this:"}[language] in page.text


def test_readers_preview_and_are_offered_nothing_to_change(cast, client_of, ours):
    page = client_of(cast.reader).get(f"{ours}page/")
    for offered in ("page/edit/", "page/logo/", "offers/new/", "projects/new/"):
        assert offered not in page.text


def test_the_company_page_says_what_to_do_before_the_end(cast, client_of, ours):
    today = timezone.localdate()
    term = TermFacts(today, today + timedelta(days=20), waiver_reason="учредител")
    services.term_begin(actor=cast.staff, organisation=cast.company, term=term)
    page = client_of(cast.reader).get(ours)
    assert "Изтича скоро" in page.text
    assert "Следващият срок още не е записан" in page.text
