"""Whatever is written into an address, a page answers, and never with an error of its own."""

from itertools import product
from urllib.parse import urlencode

import pytest

TURNED, FACE = "\u202eнишка", "🙂"
ODD = (TURNED, FACE, "", "-1", "9" * 40, "нишка" * 2000, "'\"><script>alert(1)</script>", "%")
LISTS = {
    "/members/": ("q", "pillar", "place", "kind", "activity", "offers", "seeks", "page"),
    "/council/members/": ("text", "state", "pillar", "kind", "district", "sort", "page"),
    "/council/members/renewals/": ("on",),
    "/companies/": ("page",),
    "/regions/": ("on",),
    "/pillars/": ("on",),
}


@pytest.mark.parametrize("address", LISTS)
def test_an_odd_wish_is_answered(client_of, staff, admit, address):
    admit("Нишка")
    client = client_of(staff)
    for name, value in product(LISTS[address], ODD):
        answer = client.get(f"{address}?{urlencode({name: value})}", follow=True)
        assert answer.status_code == 200, (name, value)
        assert "<script>alert" not in answer.text


@pytest.mark.parametrize(
    "wish", ["q=%FF%FE", "q=a&q=b&pillar=x&pillar=textiles", "q[]=1", "=", "&&"]
)
def test_what_is_no_text_at_all_is_answered(client, admit, wish):
    admit("Нишка")
    for address in ("/members/", "/regions/", "/pillars/"):
        assert client.get(f"{address}?{wish}", follow=True).status_code == 200


@pytest.mark.parametrize("code", ["BG999", "bg411", "BG41x", "0", "%00", "🙂", "x" * 3000])
def test_an_odd_place_or_pillar_is_not_found(client, db, code):
    for address in (f"/regions/{code}/", f"/pillars/{code}/", f"/members/{code}/"):
        assert client.get(address).status_code == 404


@pytest.mark.parametrize("on", ["2026-13-01", "", "x", "-5", "9" * 12, "2026-02-30"])
def test_an_odd_day_is_refused_to_programs(client_of, reader, on):
    answer = client_of(reader).get("/api/v1/pillars", {"on": on})
    assert answer.status_code in {200, 422}
    assert answer.headers["Content-Type"].startswith("application/")


@pytest.mark.parametrize("on", ["0001-01-01", "9999-12-31", "1900-02-28"])
def test_days_at_the_edge_of_the_calendar_have_their_counts(client_of, reader, admit, on):
    admit("Нишка")
    answer = client_of(reader).get("/api/v1/pillars", {"on": on})
    assert {one["members"] for one in answer.json()["items"]} == {0}
