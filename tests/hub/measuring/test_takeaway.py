"""What was declared and measured, in a company's archive of everything."""

import json

import pytest

from kragozor.hub.measuring.exports import result_json
from kragozor.hub.measuring.takeaway import files_of
from kragozor.hub.members.takeaway import all_files_of

pytestmark = pytest.mark.django_db


def test_facts_and_results_stand_side_by_side(cast, inventory, assessment):
    files = dict(files_of(cast.company))
    place = f"inventories/{inventory.pk}"
    assert set(files) == {f"{place}/facts.json", f"{place}/result-{assessment.number}.json"}
    assert json.loads(files[f"{place}/facts.json"]) == inventory.facts


def test_a_result_is_what_its_own_download_is(cast, assessment):
    assessment.refresh_from_db()
    *_facts, (_name, text) = files_of(cast.company)
    assert json.loads(text) == json.loads(result_json(assessment, "bg"))


def test_the_archive_has_them_after_the_facts_of_the_company(cast, assessment):
    names = [name for name, _content in all_files_of(cast.company)]
    assert names.index("organisation.json") < names.index(
        f"inventories/{assessment.inventory_id}/facts.json"
    )


def test_another_company_has_nothing_of_it(cast, assessment):
    assert list(files_of(cast.other_company)) == []
