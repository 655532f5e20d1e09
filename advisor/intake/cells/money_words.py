"""Words and signs around an amount of money: thousands, periods, doubts, kinds of pay."""

import re

from advisor.intake.cells.currencies import CURRENCY
from advisor.intake.cells.numerals import NUMERAL

_FACTORS = {
    1e3: "k tsd tds tausend mille mil mila thousand thousands thou duizend 千 천",
    1e4: "万 萬 만",
    1e5: "l lakh lakhs lac lacs lpa",
    1e6: "m mn mm mio mill million millions millionen milioni millones 百万",
    1e7: "cr crore crores",
}
FACTORS = {word: factor for factor, words in _FACTORS.items() for word in words.split()}
"""Suffix of an amount, folded → what it multiplies by."""

_PERIODS = {
    "hour": "h hr hrs hour hours std stunde heure heures hora ora uur u 時 时 小时 時間",
    "day": "d day days tag jour dia giorno dag 日 天",
    "week": "w wk week woche semaine semana settimana week 周 週",
    "month": "m mt mtl mo mon mth month months monat mois mes mese maand 月",
    "year": "y yr yrs year years annum jahr an annee ano anno jaar j a 年",
}
PERIODS = {word: period for period, words in _PERIODS.items() for word in words.split()}
"""Unit behind a slash or "per" → the period it means."""

_ADVERBS = {
    "hour": "hourly ph p/h stundlich stundenlohn p.h.",
    "day": "daily pd p/d taglich tagessatz p.d.",
    "week": "weekly pw p/w wochentlich p.w.",
    "month": "monthly pm p.m. p/m pcm monatlich monatl. mtl mtl. monatsgehalt monatslohn mensuel "
    "mensuelle mensuels mensuelles mensual mensuales mensile mensili mensal mensais maandelijks "
    "月薪 月給 월급",
    "year": "yearly annual annually pa p.a. p/a jahrlich jahrl. jahresgehalt annuel annuelle "
    "annuels annuelles anual anuales anuais annuo annui annuale jaarlijks 年薪 年収 연봉",
}
ADVERBS = {word: period for period, words in _ADVERBS.items() for word in words.split()}
"""Word for a period by itself → the period it means."""

QUALIFIERS = frozenset(
    "~ ≈ ± > < >= <= ≥ ≤ + ca ca. circa about approx approx. approximately around etwa ungefahr "
    "env env. environ unos aprox aprox. up max max. maximum from min min. minimum least most over "
    "under above below starting ab zu jusqu'a hasta fino desde partir hochstens mindestens ote "
    "bonus expected target estimate estimated est est. ?".split()
)
"""Words and signs that make an amount less than exact."""

SILENT = frozenset(
    "gross brutto brut bruto brutos bruti ral lordo lorda lordi salary pay gehalt salaire sueldo "
    "stipendio full time fulltime fte ctc , . : ; ( ) \" ' | / between zwischen entre tra fra von "
    "de da in".split()
)
"""Words and signs that change nothing about an amount."""

BASE = frozenset("base basic fixed fix fixum grundgehalt grund fixe fijo fisso basis".split())
"""Words that mark the amount that counts where a cell gives several."""

_OPENERS = (
    r"(?:/|per |pro |par |por |al |ao |a |an |je |all'|l'|à |"
    r"im |am |in der |der |die |la |le |the |each |every )"
)
_EITHER = "|".join(sorted(map(re.escape, PERIODS), key=len, reverse=True))
_ALONE = "|".join(sorted(map(re.escape, ADVERBS), key=len, reverse=True))
_SUFFIX = "|".join(sorted(map(re.escape, FACTORS), key=len, reverse=True))
_END = r"(?![a-z])"

PERIOD = rf"{_OPENERS}\s*(?P<unit>{_EITHER}){_END}\.?|(?<![a-z])(?P<adverb>{_ALONE}){_END}"
"""A period of pay, as a pattern over folded text."""

TOKEN = re.compile(
    rf"(?P<percent>\d+(?:[.,]\d+)?\s*%)"
    rf"|(?P<plan>401\s*\(?k\)?)"
    rf"|(?P<number>{NUMERAL})\s*(?:(?P<suffix>{_SUFFIX}|t(?=\s*(?:€|eur|chf)))"
    rf"(?={CURRENCY}|[^a-z]|$)\.?)?"
    rf"|(?P<thousand>(?:t|k)(?={CURRENCY}))"
    rf"|(?P<currency>(?:(?<![a-z])|(?<=[\d ]k)|(?<=\bk)|(?<=\bt))(?:{CURRENCY})|[€$£¥₹])"
    rf"|{PERIOD}"
    rf"|(?P<joint>-+>?|\.\.+|\bto\b|\bbis\b|\ba\b|\btot\b|\bhasta\b|\bate\b)"
    rf"|(?P<word>[^\W\d_][\w'.&-]*|[<>]=?|[^\w\s])"
    rf"|(?P<strange>_+)"
    rf"|\s+"
)
"""One piece of a cell of money."""

MULTIPLIED = re.compile(rf"\d\s*(?:{CURRENCY})?\s*[x×*]\s*(?:{CURRENCY})?\s*\d")
"""An amount given as a product, such as 13 × 4,000 or 4,000 € x 13."""

IN_THOUSANDS = re.compile(
    r"(?<![a-z])k(?![a-z])|[kt](?=€|eur|chf|\$|£|usd|gbp)|'?000|tsd|thousand|tausend"
)
"""A heading that counts thousands, folded."""

IN_LAKHS = re.compile(r"(?<![a-z])(?:lpa|lakhs?|lacs?)(?![a-z])")
"""A heading that counts hundreds of thousands, folded."""
