"""Ways a text file can be wrong: letters, delimiters, quotes, line ends."""

import csv

from advisor.rules.columns import Field
from tests.sheets.base import ROWS, Case, changed, plain, table, written

_CYRILLIC = {
    "Северный Ветер": "По рекомендации",
    "Кафе Рассвет": "Быстро",
    "Новый Мост": "",
    "Белка и Стрелка": "Взять ноутбук",
    "Ручей": "",
    "Жук Медиа": "Спросить про акции",
    "Сад Камней": "",
    "Эльбрус Энерго": "Переезд",
    "Юпитер": "Домашнее задание",
    "Синее Небо": "",
    "Щит и Ключ": "Второй раунд",
    "Ёлочка": "Интервью на английском",
}
_JAPANESE = {
    "さくら電機": "紹介あり",
    "青空ソフト": "特急とのこと",
    "山田製作所": "",
    "表計算ラボ": "面接官4人",
    "ポプラ物流": "",
    "能登水産": "株式を確認",
    "東海ロボット": "",
    "北斗出版": "転勤あり",
    "みなと建設": "課題3時間",
    "竹林デザイン": "",
    "光通信機": "二次面接",
    "千代薬品": "面接は英語",
}
_CHINESE = {
    "晨光机械": "朋友推荐",
    "云端咖啡": "流程很快",
    "北桥科技": "",
    "双鱼物流": "带电脑",
    "小溪质检": "",
    "竹林设计": "问股权",
    "静园花艺": "",
    "长城能源": "需要搬家",
    "星河智能": "三小时作业",
    "蓝天支持": "",
    "石桥咨询": "第二轮",
    "海角实验室": "英文面试",
}


def _foreign(names: dict[str, str], encoding: str) -> Case:
    rows = [
        [company, *row[1:8], "", *row[9:11], note]
        for (company, note), row in zip(names.items(), ROWS, strict=True)
    ]
    return Case(
        content=written(table(rows)).encode(encoding),
        values={
            Field.COMPANY: list(names),
            Field.COMPETITOR_OF: [None] * len(ROWS),
            Field.NOTES: [note or None for note in names.values()],
        },
    )


def _encoded(encoding: str, text: str | None = None) -> Case:
    return Case(content=(plain() if text is None else text).encode(encoding, errors="replace"))


_ENCODINGS = (
    "utf-8 utf-8-sig utf-16 utf-16-le utf-16-be utf-32 cp1252 latin-1 iso8859-15 mac-roman cp850"
).split()
ENCODINGS = {
    **{f"as {name}": _encoded(name) for name in _ENCODINGS},
    "as utf-16-be with mark": Case(content=b"\xfe\xff" + plain().encode("utf-16-be")),
    "as utf-32-le with mark": Case(content=b"\xff\xfe\0\0" + plain().encode("utf-32-le")),
    **{
        f"cyrillic as {name}": _foreign(_CYRILLIC, name)
        for name in ("koi8-r", "cp1251", "utf-8", "utf-16")
    },
    **{
        f"japanese as {name}": _foreign(_JAPANESE, name)
        for name in ("shift-jis", "euc-jp", "utf-8")
    },
    **{f"chinese as {name}": _foreign(_CHINESE, name) for name in ("gb18030", "gbk", "utf-8")},
    "euro sign in cp1252": Case(
        content=written(changed(5, lambda cell, _: cell and f"€{cell}")).encode("cp1252")
    ),
    "one bad byte": Case(
        content=plain().encode().replace("René".encode(), "Ren\xe9".encode("latin-1")),
        said=[(13, "Notes", "encoding_invalid_bytes")],
    ),
    "mojibake": Case(
        content=plain().encode().decode("cp1252", "replace").encode(),
        values={},
        damaged=frozenset(range(2, 14)),
        said=[(None, None, "mojibake_suspected")],
    ),
    "two marks": Case(content=b"\xef\xbb\xbf\xef\xbb\xbf" + plain().encode()),
    "zero bytes": Case(
        content=plain().encode().replace(b"Far away", b"Far\0 away"), damaged=frozenset({9})
    ),
    "ctrl-z at the end": Case(content=plain().encode() + b"\x1a"),
}

DELIMITERS = {
    **{
        f"delimiter {mark!r}": Case(content=plain(delimiter=mark).encode())
        for mark in ",;\t|:^~\x1f"
    },
    "delimiter of two bars": Case(
        content="\n".join("||".join(row) for row in table()).encode(), damaged=frozenset({7})
    ),
    "comma and blank": Case(
        content="\r\n".join(
            ", ".join(written([[cell]]).strip() if cell else "" for cell in row) for row in table()
        ).encode()
    ),
    "sep line": Case(content=("sep=;\r\n" + plain(delimiter=";")).encode()),
    "sep line of tabs": Case(content=("sep=\t\r\n" + plain(delimiter="\t")).encode()),
    "one row by another delimiter": Case(
        content=plain().replace(",".join(ROWS[6]), ";".join(ROWS[6])).encode(),
        said=[(8, None, "row_other_delimiter")],
    ),
}

_ALL = {"quoting": csv.QUOTE_ALL}
QUOTES = {
    "all quoted": Case(content=plain(**_ALL).encode()),
    "text quoted": Case(content=plain(quoting=csv.QUOTE_NONNUMERIC).encode()),
    "single quotes": Case(content=plain(quotechar="'", **_ALL).encode()),
    "backslash": Case(
        content=plain(doublequote=False, escapechar="\\", **_ALL).encode(),
    ),
    "whole lines quoted": Case(
        content=written([[line] for line in plain().split("\r\n") if line], **_ALL).encode(),
        said=[(None, None, "double_quoted_lines")],
    ),
    "a stray quote": Case(
        content=plain().replace("Far away", 'Far" away').encode(),
        values={
            Field.NOTES: [
                *(row[11] or None for row in ROWS[:7]),
                'Far" away',
                *(r[11] or None for r in ROWS[8:]),
            ]
        },
    ),
    "an open quote": Case(
        content=plain().replace("Far away", '"Far away').encode(),
        said=[(9, None, "unclosed_quote")],
        damaged=frozenset({9}),
    ),
    "a line break in a cell": Case(
        content=plain().replace("Far away", '"Far\r\naway"').encode(),
        values={
            Field.NOTES: [
                "Far\r\naway" if row[11] == "Far away" else row[11] or None for row in ROWS
            ]
        },
    ),
    "curly quotes around cells": Case(
        content="\r\n".join(",".join(f"“{cell}”" for cell in row) for row in table()).encode()
    ),
}

LINES = {
    "lf": Case(content=plain(lineterminator="\n").encode()),
    "cr": Case(content=plain(lineterminator="\r").encode()),
    "no last line end": Case(content=plain().rstrip().encode()),
    "mixed line ends": Case(content=plain().replace("\r\n", "\n", 5).encode()),
    "many blank lines at the end": Case(content=(plain() + "\r\n" * 8).encode()),
    "blank line between all": Case(
        content=plain().replace("\r\n", "\r\n\r\n").encode(), rows=range(3, 26, 2)
    ),
    "headings only differ in line ends": Case(content=plain().replace("\r\n", "\n", 1).encode()),
}
TEXT_FILES = ENCODINGS | DELIMITERS | QUOTES | LINES
