"""Names, signs and codes of currencies."""

import re

from advisor.intake.cells.cleaning import folded

_CODES = (
    "usd eur gbp chf sek nok dkk isk jpy cny inr krw pln czk huf ron bgn try ils aud cad nzd sgd "
    "hkd twd thb php myr idr vnd brl mxn ars clp cop pen uyu zar ngn kes ghs egp mad tnd aed sar "
    "qar kwd bhd omr jod uah rub kzt gel pkr bdt lkr npr rsd"
).split()
_SIGNS = {
    "€": "EUR", "£": "GBP", "₹": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY", "₪": "ILS",
    "₫": "VND", "₱": "PHP", "฿": "THB", "₴": "UAH", "₦": "NGN", "zł": "PLN", "zl": "PLN",
    "kč": "CZK", "kc": "CZK", "ft": "HUF", "us$": "USD", "u$s": "USD", "a$": "AUD", "au$": "AUD",
    "c$": "CAD", "ca$": "CAD", "nz$": "NZD", "s$": "SGD", "hk$": "HKD", "nt$": "TWD",
    "mx$": "MXN", "r$": "BRL", "rs": "INR", "rs.": "INR", "rm": "MYR", "rp": "IDR",
    "fr.": "CHF", "sfr": "CHF", "sfr.": "CHF", "rmb": "CNY", "cn¥": "CNY", "jp¥": "JPY",
    "元": "CNY", "円": "JPY", "원": "KRW",
}  # fmt: skip
_WORDS = {
    "EUR": "euro euros eu", "GBP": "pound pounds sterling quid", "CHF": "franken francs",
    "INR": "rupee rupees", "JPY": "yen", "CNY": "yuan renminbi", "PLN": "zloty", "KRW": "won",
    "HUF": "forint", "BRL": "reais reais", "ZAR": "rand",
}  # fmt: skip
CURRENCY_WORDS = (
    {code: code.upper() for code in _CODES}
    | _SIGNS
    | {word: code for code, words in _WORDS.items() for word in words.split()}
)
"""Sign, word or code, folded → three-letter code."""

UNCLEAR = {
    "$": ("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"),
    "dollar": ("USD", "CAD", "AUD", "NZD", "SGD", "HKD"),
    "dollars": ("USD", "CAD", "AUD", "NZD", "SGD", "HKD"),
    "kr": ("SEK", "NOK", "DKK", "ISK"),
    "kr.": ("DKK", "SEK", "NOK", "ISK"),
    "¥": ("JPY", "CNY"),
}
"""Signs that several currencies share → the currencies, the likeliest first."""

CURRENCY = "|".join(
    re.escape(word) + (r"(?![a-z])" if word[-1].isalpha() else "")
    for word in sorted((*CURRENCY_WORDS, *UNCLEAR), key=len, reverse=True)
)
"""Any of them, as a pattern over folded text."""

_CURRENCY = re.compile(rf"(?<![a-z])(?:{CURRENCY})")
_EXCEL_CURRENCY = re.compile(r"\[\$([^\]-]*)(?:-[^\]]*)?\]")


def currency_of(text: str) -> str | None:
    """The one currency a text names; None if it names none, several or an unclear one.

    >>> currency_of("€"), currency_of("usd"), currency_of("$")
    ('EUR', 'USD', None)
    """
    return CURRENCY_WORDS.get(folded(text).strip())


def currency_sign(text: str) -> str | None:
    """The first currency's sign, word or code in a text, folded.

    >>> currency_sign("Salary (USD k)"), currency_sign("lots")
    ('usd', None)
    """
    found = _CURRENCY.search(folded(text))
    return None if found is None else found[0]


def sign_in_format(code: str | None) -> str | None:
    """The currency's sign in a number format, folded; None where it names none.

    >>> sign_in_format('[$CHF-807] #,##0'), sign_in_format('"$"#,##0'), sign_in_format("0.00%")
    ('chf', '$', None)
    """
    if not code:
        return None
    if found := _EXCEL_CURRENCY.search(code):
        return currency_sign(found[1])
    spelled = re.sub(r"\[[^\]]*\]|general|standard|[#0?.,_*\\;]", " ", code.casefold())
    return currency_sign(spelled.replace('"', ""))
