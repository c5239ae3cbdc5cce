"""An explanation says how a number came to be, in three forms and two languages."""

import html
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from kragozor.instruments.assess import assess
from kragozor.instruments.errors import InstrumentError
from kragozor.instruments.examples import bottle
from kragozor.instruments.inventory import (
    Destination,
    Grade,
    Impact,
    ImpactCategory,
    Origin,
    Packaging,
    PackagingType,
    Quantity,
)
from kragozor.instruments.uncertainty.distributions import Distribution
from kragozor.reports.explanation import FORMS, explain
from kragozor.reports.explanation.explain import explanation
from kragozor.reports.explanation.parts import Explained, Explanation
from kragozor.reports.view import assessment_view
from tests.inventories import inflow, inventories, inventory, known, outflow

NASTY = '<script>alert(1)</script> & #panic("x") $x$ "кавички" \\ край'


def plain(told):
    return told.replace("\u00a0", " ")


def compiled(source):
    """The PDF of a document that consists of the explanation."""
    return typst.compile(source.encode())


class _Checked(HTMLParser):
    """Every element that is opened is closed, in order."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.names, self.words = [], set(), []

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        self.names.add(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


def parsed(told):
    checked = _Checked()
    checked.feed(told)
    assert checked.open == []
    return checked


def test_the_chain_of_the_indicator_stands_in_text():
    told = plain(explain(assess(bottle()), "mci.mci", language="en"))
    lines = told.splitlines()
    assert lines[0] == "Material Circularity Indicator: 0.42"
    order = [told.index(f"\n    {symbol} = ") for symbol in ("V", "W_F", "W", "LFI", "MCI")]
    assert order == sorted(order)
    assert "    LFI = (21 + 21.375) / (2 × 33 + (3 − 3.75) / 2) = 0.64571" in lines
    assert "  E_F = 0.8, that is 80 %: " in told
    assert "    12 / (18 + 12 + 3); Inflows 2 of Inflows 1–3" in lines
    assert "  Inflows, row 2: rPET; recycled, post-consumer" in lines
    assert any(line.startswith("    mass 12 kg: measured; hence lognormal with") for line in lines)


def test_row_tells_every_fact_that_was_used_and_no_other():
    told = explanation(assess(bottle()), "mci.feedstock_losses", language="en")
    facts = [[fact.label for fact in row.facts] for row in told.rows]
    assert facts[1] == ["mass", "feedstock recycling efficiency"]
    assert facts[0] == facts[2] == ["mass"]


def test_nutrient_is_told_by_mass_dry_matter_and_share():
    facts = inventory(
        inflow(2000, dry_matter=known(0.9), nitrogen=known(0.02)),
        outflow(1000, dry_matter=known(0.86), nitrogen=known(0.03)),
    )
    told = plain(explain(assess(facts), "nutrients.nitrogen_use_efficiency", language="en"))
    assert "2,000 × 0.9 × 0.02; Inflows 1" in told
    assert "1,000 × 0.86 × 0.03; Outflows 1" in told
    assert "    dry matter 0.86: measured" in told


def test_total_of_materials_is_told_with_those_of_each():
    climate = ImpactCategory.CLIMATE_CHANGE
    facts = inventory(
        inflow(2, material="PET"),
        inflow(3, material="стъкло"),
        outflow(5),
        Impact("PET", climate, known(4), disposal_burden=known(1)),
        Impact("стъкло", climate, known(6), disposal_burden=known(2)),
    )
    told = plain(explain(assess(facts), "cff.total", language="en"))
    assert "E = 2 × 5 + 3 × 8 = 34 kg CO₂ eq" in told
    assert "Inflows, row 1: PET: m_i = 2 kg" in told
    assert "PET, 1 kg. Total: " in told
    assert "E = 4 + 0 + 1 = 5 kg CO₂ eq" in told


def test_declared_distribution_is_told_and_how_it_was_drawn():
    spread = Distribution("triangular", {"low": 5, "mode": 10, "high": 15})
    mass = Quantity(10, Grade.MEASURED, "scale", spread)
    facts = inventory(replace(inflow(10, Origin.REUSED), mass=mass), inflow(10), outflow(20))
    result = assess(facts, draws=50, seed=7, sampling="sobol")
    told = plain(explain(result, "cti.circular_inflow", language="en"))
    assert (
        "mass 10 kg: measured; by the declared distribution: triangular 5.0; 10.0; 15.0 [" in told
    )
    assert "90 % likely: " in told.splitlines()[1]
    assert "from 50 draws (scrambled Sobol sequence, seed 7)" in told
    exact = plain(explain(assess(facts, draws=0), "cti.circular_inflow", language="en"))
    assert "distribution" not in exact
    assert "draws" not in exact


@pytest.mark.parametrize("form", FORMS)
def test_each_source_is_named_once(form):
    source = "a very long source that nobody wants to read twice"
    facts = inventory(
        *(replace(inflow(10, Origin.REUSED), mass=known(10, source=source)) for _ in range(5)),
        outflow(50),
    )
    told = explain(assess(facts), "mci", language="en", form=form)
    assert told.count(source) == 1


def test_the_headline_is_explained_unless_told():
    result = assess(bottle())
    assert explain(result) == explain(result, result.headline, language="bg", form="text")


def test_bulgarian_is_bulgarian():
    told = plain(explain(assess(bottle()), "mci.linear_flow_index"))
    assert told.startswith("Индекс на линейния поток: 0,65\n")
    assert "Формули, в реда на пресмятането" in told
    assert (
        "  Вход, ред 2: rPET; рециклиран от отпадък след потребление\n    маса 12 kg: измерено"
        in told
    )


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["bg", "en"])
def test_a_whole_framework_is_explained_figure_by_figure(form, language):
    result = assess(bottle())
    told = explain(result, "iso59020", language=language, form=form)
    for figure in assessment_view(result, language).framework("iso59020").figures:
        assert figure.label in html.unescape(told)


def test_an_undefined_figure_says_why_and_by_which_formula():
    told = explain(assess(bottle()), "iso59020.relative_lifetime", language="en")
    assert "Missing: " in told
    assert "t_rel = t_LP / t_IALP" in told


def every(read):
    """The figures of a framework and of every single thing that it looks at."""
    yield from ((read, figure) for figure in read.figures)
    for table in read.tables:
        for item in table.items:
            yield from every(item)


@settings(max_examples=8, deadline=None)
@given(inventories, st.sampled_from(["bg", "en"]))
def test_every_number_shown_is_explained_in_every_form(facts, language):
    result = assess(facts, draws=0)
    for read in assessment_view(result, language).frameworks:
        for of, figure in every(read):
            assert figure.is_defined != bool(figure.undefined_text)
            own = figure.working.own
            assert not figure.is_defined or own.numbers or own.note
            formulas = {"text": own.text, "html": own.mathml, "typst": own.typst}
            told = Explanation(language, (Explained(of, figure),), facts)
            for form, formula in formulas.items():
                assert formula in FORMS[form](told)
            parsed(FORMS["html"](told))


def test_single_thing_is_explained_by_its_place():
    facts = replace(
        bottle(),
        packaging=(
            Packaging("кутия", PackagingType.NOT_PLASTIC, known(5), recyclable_share=known(0.85)),
        ),
    )
    told = plain(explain(assess(facts), "packaging.0.packaging-grade.grade", language="en"))
    assert told.startswith("кутия. Recyclability performance grade: B")
    assert "g = 0.85 → B" in told or "g = 0.85 = 0.85 → B" in told


@pytest.mark.parametrize("language", ["bg", "en"])
def test_html_has_mathematics_and_nothing_of_what_was_declared_as_markup(language):
    facts = inventory(
        inflow(10, Origin.VIRGIN, material=NASTY), outflow(10, Destination.RECYCLE, material=NASTY)
    )
    checked = parsed(explain(assess(facts), "cti.circularity", language=language, form="html"))
    assert {"math", "mfrac", "section"} <= checked.names
    assert "script" not in checked.names
    assert any("<script>" in words for words in checked.words)


@pytest.mark.parametrize("figure", ["mci", "cti", "iso59020"])
@pytest.mark.parametrize("language", ["bg", "en"])
def test_typst_typesets(figure, language):
    facts = inventory(
        inflow(10, Origin.RECYCLED_POST_CONSUMER, material=NASTY),
        outflow(7, Destination.RECYCLE, material=NASTY),
        outflow(3),
    )
    assert compiled(explain(assess(facts), figure, language=language, form="typst"))[:5] == b"%PDF-"


def test_typst_shows_what_was_declared_and_runs_nothing_of_it():
    facts = inventory(inflow(10, material=NASTY), outflow(10, material=NASTY))
    told = explain(assess(facts), "cti.circular_inflow", form="typst")
    assert '#panic(\\"x\\")' in told
    assert not re.search(r'(?<!\\)"[^"]*#panic\("x', told)


@pytest.mark.parametrize(
    ("figure", "form", "words"),
    [
        ("mci.mcl", "text", "There is no figure “mci.mcl”. Known ones: mci.mass"),
        ("mcl", "text", "There is no indicator “mcl”. Known ones: mci"),
        ("mci.mci", "word", "There is no explanation as “word”. Known forms: text, html, typst."),
    ],
)
def test_what_is_not_there_is_refused(figure, form, words):
    with pytest.raises(InstrumentError) as refused:
        explain(assess(bottle()), figure, form=form)
    assert words.partition("Known ones")[0] in str(refused.value)
