"""JSON → rows: a list of records, a list of lists, columns, or one record per line."""

import json

from advisor.intake.problems import UnreadableSheet


def read_json(text: str) -> list[list[str]]:
    """The rows of a JSON table, the names of the fields first.

    Raises UnreadableSheet when it is damaged or no table.

    >>> read_json('[{"Company": "Acme", "Interest": 4}, {"Company": "Zen"}]')
    [['Company', 'Interest'], ['Acme', '4'], ['Zen', '']]
    """
    found = _unwrapped(_parsed(text))
    if isinstance(found, dict):
        found = _records_of_columns(found)
    if not isinstance(found, list) or not found:
        raise _no_table()
    if all(isinstance(entry, dict) for entry in found):
        names = list(dict.fromkeys(name for entry in found for name in entry))
        return [names, *([_text(entry.get(name)) for name in names] for entry in found)]
    if all(isinstance(entry, list) for entry in found):
        return [[_text(cell) for cell in entry] for entry in found]
    raise _no_table()


def _parsed(text: str) -> object:
    try:
        return _load(text)
    except RecursionError as trouble:
        raise _no_table() from trouble
    except ValueError:
        lines = [line for line in text.splitlines() if line.strip()]
        try:
            return [_load(line) for line in lines]
        except (ValueError, RecursionError) as trouble:
            raise _no_table() from trouble


def _load(text: str) -> object:
    """Numbers stay as they are written, so that nothing is rounded on the way."""
    return json.loads(text, parse_float=str, parse_int=str, parse_constant=str)


def _unwrapped(found: object) -> object:
    """The list of records inside an envelope such as {"data": [...]}."""
    if isinstance(found, dict):
        lists = [v for v in found.values() if isinstance(v, list) and v and isinstance(v[0], dict)]
        if len(lists) == 1:
            return lists[0]
    return found


def _records_of_columns(found: dict[str, object]) -> object:
    """Columns, each a list or an object of numbered cells → records."""
    if not found:
        return None
    columns = [list(v.values()) if isinstance(v, dict) else v for v in found.values()]
    lists = [column for column in columns if isinstance(column, list)]
    if len(lists) < len(columns) or len({len(column) for column in lists}) != 1:
        return [found] if not any(isinstance(v, dict | list) for v in found.values()) else None
    return [list(found), *map(list, zip(*lists, strict=True))]


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, list) and not any(isinstance(part, dict | list) for part in value):
        return ", ".join(map(_text, value))
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def _no_table() -> UnreadableSheet:
    return UnreadableSheet(
        "json_not_spreadsheet",
        "The file is JSON without a list of records, or it is damaged: "
        "save the invites as XLSX or CSV.",
    )
