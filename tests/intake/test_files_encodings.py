import codecs

import pytest

from advisor.intake.choices import Choices
from advisor.intake.files import read_grid
from advisor.intake.files.encodings import decode
from tests.intake.crafted import SHEET, known, text_sheet

CYRILLIC = [
    ["Company", "Role", "Notes"],
    ["Северный Ветер", "Инженер", "По рекомендации"],
    ["Новый Мост", "Аналитик", "Быстро и просто"],
]
JAPANESE = [
    ["Company", "Role", "Notes"],
    ["さくら電機", "エンジニア", "紹介あり"],
    ["青空ソフト", "分析", "面接官"],
]
CHINESE = [
    ["Company", "Role", "Notes"],
    ["晨光机械", "工程师", "朋友推荐"],
    ["云端咖啡", "分析师", "流程很快"],
]
TAIWANESE = [
    ["Company", "Role", "Notes"],
    ["晨光機械", "工程師", "朋友推薦"],
    ["雲端咖啡", "分析師", "流程很快"],
]
KOREAN = [
    ["Company", "Role", "Notes"],
    ["삼성전자", "엔지니어", "추천"],
    ["현대자동차", "분석가", "빠른 전형"],
]
POLISH = [
    ["Company", "Role", "Notes"],
    ["Żabka Łódź", "Inżynier", "Świetne źródło"],
    ["Próba", "Księgowość", "Gdańsk"],
]


def read(content, **choices):
    return read_grid(content, "mine.csv", Choices(**choices), known)


def codes(grid):
    return [problem.code for problem in grid.problems]


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_proves_the_encoding(mark, encoding) -> None:
    grid = read(mark + text_sheet().encode(encoding))

    assert grid.rows == SHEET
    assert grid.encoding == encoding
    assert codes(grid) == []


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_letters_are_known_by_their_zero_bytes(encoding) -> None:
    assert read(text_sheet().encode(encoding)).rows == SHEET


@pytest.mark.parametrize(
    ("rows", "encoding"),
    [
        (SHEET, "cp1252"),
        (SHEET, "latin-1"),
        (SHEET, "mac-roman"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859-2"),
        (CYRILLIC, "cp1251"),
        (CYRILLIC, "koi8-r"),
        (CYRILLIC, "iso8859-5"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
        (CHINESE, "gb18030"),
        (CHINESE, "gbk"),
        (TAIWANESE, "big5"),
        (KOREAN, "euc-kr"),
    ],
)
def test_an_older_encoding_is_guessed_and_the_guess_is_shown(rows, encoding) -> None:
    grid = read(text_sheet(rows).encode(encoding))

    assert grid.rows == rows
    assert codes(grid) == ["encoding_assumed"]
    assert "windows-1252" in grid.problems[0].choices


def test_shifted_japanese_mail_is_read() -> None:
    assert read(text_sheet(JAPANESE).encode("iso2022_jp")).rows == JAPANESE


def test_an_old_euro_sign_next_to_a_figure_tells_latin_9() -> None:
    rows = [["Company", "Salary"], ["Müller", "95000 €"], ["Café", "88000 €"], ["Söner", "1 €"]]
    grid = read(text_sheet(rows).encode("iso8859-15"))

    assert grid.rows == rows
    assert grid.encoding == "iso-8859-15"


def test_a_few_bad_bytes_in_a_utf_8_file_are_read_as_western_and_named() -> None:
    content = text_sheet().encode().replace("Nordström".encode(), "Nordström".encode("cp1252"))
    grid = read(content)

    assert grid.rows == SHEET
    (problem,) = grid.problems
    assert (problem.code, problem.row, problem.column) == ("encoding_invalid_bytes", 4, "Company")
    assert "Nordström Söner AB" in problem.assumed


def test_letters_damaged_by_an_earlier_program_are_offered_repaired_and_kept() -> None:
    grid = read(text_sheet().encode().decode("cp1252").encode())

    assert grid.rows[2][0] == "CafÃ© ZÃ¼rich AG"
    whole, first, *_ = grid.problems
    assert (whole.code, whole.row) == ("mojibake_suspected", None)
    assert (first.row, first.column, first.choices) == (3, "Company", ("Café Zürich AG",))


def test_zero_bytes_in_a_cell_are_taken_out_and_named() -> None:
    grid = read(text_sheet().replace("Designer", "Desi\0gner").encode())

    assert grid.rows == SHEET
    (problem,) = grid.problems
    assert (problem.code, problem.row, problem.column) == ("control_characters_removed", 7, "Role")


def test_control_characters_are_taken_out_named_and_kept_as_found() -> None:
    grid = read(text_sheet().replace("Designer", "\x1b[31mDesigner\x07").encode())

    assert grid.rows[6][1] == "[31mDesigner"
    assert grid.raw[7][1] == "\x1b[31mDesigner\x07"
    assert r"\x1b[31mDesigner\x07" in grid.problems[0].value


def test_zero_bytes_and_an_end_mark_behind_the_text_are_no_letters() -> None:
    grid = read(text_sheet().encode() + b"\x1a\x00\x00\x00")
    assert grid.rows == SHEET
    assert codes(grid) == []


def test_marks_of_byte_order_inside_the_text_are_no_letters() -> None:
    assert read(("\ufeff" + text_sheet() + "\ufeff").encode()).rows == SHEET


def test_the_chosen_encoding_wins() -> None:
    grid = read(text_sheet().encode("cp1252"), encoding="mac-roman")
    assert grid.encoding == "mac-roman"
    assert grid.rows[2][0] != "Café Zürich AG"


def test_five_thousand_bad_cells_make_a_thousand_findings_and_a_count() -> None:
    rows = [["Company", "Role"], *(["Acme\x07", "Dev"] for _ in range(5000))]
    grid = read(text_sheet(rows).encode())

    assert len(grid.problems) == 1001
    assert (
        grid.problems[-1].reason == "5,000 places have the same trouble; the first 1,000 are listed"
    )


def test_a_line_of_megabytes_does_not_hold_up_the_guess_of_an_encoding():
    row = b"x" * 3_000_000 + b",caf\xe9\r\n"
    assert decode(b"company,notes\r\n" + row, None).encoding == "windows-1252"
