"""The core writes in the chosen language, from catalogues that need no compiler."""

import re

import numpy as np
import pytest
from groundswell.core import language
from groundswell.core.errors import InputError
from groundswell.core.findings.headline import found, how_sure
from groundswell.core.findings.outcome import ANALYSIS, GRACE, Outcome
from groundswell.core.report.page import Page

OUTCOME = Outcome(
    ANALYSIS, 80.0, 270.0, -10.0, 56.0, 14.0, evidence=GRACE, misfit=0.4, best_placebo=0.9, grace_before_mm=62.8,
    grace_after_mm=20.6,
)  # fmt: skip


@pytest.fixture(params=["en", "es", "fr", "zh"])
def chosen(request):
    language.use_language(request.param)
    yield request.param
    language.use_language("en")


def test_a_headline_keeps_its_figures_in_every_language(chosen):
    text = f"{found(OUTCOME)} {how_sure(OUTCOME)}"
    for figure in ("80", "-10", "56", "14", "0.40", "0.90", "63", "21"):
        assert figure in text
    day = {"en": "28 September", "es": "28 de septiembre", "fr": "28 septembre", "zh": "9月28日"}[chosen]
    assert day in text
    assert "{" not in text


def test_a_page_says_its_language_and_its_fixed_words(chosen):
    page = Page("Title", synthetic=True)
    page.warn(["One"])
    page.headline({"Found": "80 mm <before>", "How sure": ""})
    page.table("Rows.", ("A",), [(True,)])
    text = page.html()
    assert f'<html lang="{chosen}">' in text
    words = {
        "en": ("Warnings", "Table 1.", "yes"), "es": ("Avisos", "Tabla 1.", "sí"),
        "fr": ("Avertissements", "Tableau 1.", "oui"), "zh": ("警告", "表 1.", "是"),
    }[chosen]  # fmt: skip
    assert f"<h2>{words[0]}</h2>" in text
    assert f"<b>{words[1]}</b>" in text
    assert f">{words[2]}</td>" in text
    assert re.search(
        r'class="headline"><p><b>Found:</b> 80 mm &lt;before&gt;</p></section>.*class="warnings"', text, re.DOTALL
    )


def test_a_catalogue_read_as_text_gives_what_is_written_in_it():
    texts = language.read_catalogue("es")
    assert len(texts) > 900
    assert texts["Time series"] == "Series temporales"
    assert not any("&amp;" in text or "&lt;" in text for text in texts.values())
    assert language.read_catalogue("xx") == {}


def test_another_language_is_refused_by_its_name():
    with pytest.raises(InputError, match="no language 'de'; choose one of en, es, fr, zh"):
        language.use_language("de")
    assert language.tr("Warnings") == "Warnings"


def test_a_fit_is_told_in_the_users_language(monkeypatch):
    from groundswell.core import language
    from groundswell.core.charts.fits import FitOptions, fit_series, in_words

    days = np.arange(0.0, 1500.0, 12.0)
    fit = fit_series(days, 10.0 * np.sin(2 * np.pi * days / 365.25), FitOptions(True, True))
    words = in_words(fit)
    assert words.startswith(("+0.0", "-0.0"))
    assert "annual 10.00 ± 0.00 mm, highest on 1 April" in words
    texts = {"residuals {rms:.2f} {unit} RMS": "残差 {rms:.2f} {unit}"}
    monkeypatch.setattr(language, "_chosen", [("zh", texts)])
    assert in_words(fit).endswith("残差 0.00 mm")
