"""Names of months, weekdays and days in seven languages, case and accents folded.

English, German, French, Spanish, Italian, Dutch and Portuguese, one line a month or weekday.
"""

_MONTHS = """
january jan januar janner jaenner janvier janv enero ene gennaio gen januari janeiro
february feb febr februar feber fevrier fevr fev febrero febbraio febbr februari fevereiro
march mar marz maerz mrz mars marzo maart mrt marco
april apr avril avr abril abr aprile
may mai mayo maggio mag mei maio
june jun juni juin junio giugno giu junho
july jul juli juillet juil julio luglio lug julho
august aug aout agosto ago augustus
september sep sept septembre septiembre setiembre settembre sett set setembro
october oct oktober okt octobre octubre ottobre ott outubro out
november nov novembre noviembre novembro
december dec dezember dez decembre diciembre dic dicembre dezembro
"""

_WEEKDAYS = """
monday mon montag mo lundi lun lunes lunedi maandag ma segunda seg
tuesday tue tues dienstag di mardi mar martes martedi dinsdag terca ter
wednesday wed weds mittwoch mi mercredi mer miercoles mie mercoledi woensdag wo quarta qua
thursday thu thur thurs donnerstag do jeudi jeu jueves jue giovedi gio donderdag quinta qui
friday fri freitag fr vendredi ven viernes vie venerdi vrijdag vr sexta sex
saturday sat samstag sonnabend sa samedi sam sabado sab sabato zaterdag za
sunday sun sonntag so dimanche dim domingo dom domenica zondag zo
"""

MONTHS = {
    name: number
    for number, line in enumerate(_MONTHS.strip().splitlines(), start=1)
    for name in line.split()
}
"""Name of a month → 1 … 12."""

WEEKDAYS = {
    name: number
    for number, line in enumerate(_WEEKDAYS.strip().splitlines())
    for name in line.split()
}
"""Name of a weekday → 0 (Monday) … 6."""

EAST_ASIAN_WEEKDAYS = {
    character: number for number, pair in enumerate("月一 火二 水三 木四 金五 土六 日天".split())
    for character in pair
}  # fmt: skip
"""Character behind 星期 or 周, or between brackets → 0 (Monday) … 6."""

FILLERS = frozenset(
    "of de del da do di d the le la el il den der am on op em van the st nd rd th er re o a te "
    "at um um alle a las les ore at feira dia du".split()
)
"""Words inside a date that carry nothing."""

ZONES = (
    "utc|gmt|cest|cet|bst|wet|west|eet|eest|msk|mez|mesz|est|edt|et|cst|cdt|ct|mst|mdt|mt|"
    "pst|pdt|pt|akst|hst|ist|jst|kst|hkt|sgt|aest|aedt|acst|awst|nzst|nzdt|brt|art|"
    "eastern|pacific|central|mountain"
)
"""Names of time zones, as a pattern."""

DAYS_FROM_TODAY = {
    "today": 0, "tonight": 0, "heute": 0, "aujourd'hui": 0, "hoy": 0, "oggi": 0, "vandaag": 0,
    "hoje": 0, "tomorrow": 1, "tmrw": 1, "tmr": 1, "morgen": 1, "demain": 1, "manana": 1,
    "domani": 1, "amanha": 1, "day after tomorrow": 2, "the day after tomorrow": 2,
    "ubermorgen": 2, "uebermorgen": 2, "apres-demain": 2, "pasado manana": 2, "dopodomani": 2,
    "overmorgen": 2, "depois de amanha": 2, "yesterday": -1, "gestern": -1, "hier": -1,
    "ayer": -1, "ieri": -1, "gisteren": -1, "ontem": -1, "next week": 7, "nachste woche": 7,
    "naechste woche": 7, "la semaine prochaine": 7, "proxima semana": 7,
    "la proxima semana": 7, "prossima settimana": 7, "volgende week": 7,
}  # fmt: skip
"""Words for a day relative to today → days from today."""

NEXT = frozenset(
    "next this coming on by nachsten nachster naechsten kommenden diesen am prochain ce proximo "
    "proxima este esta prossimo prossima questo volgende komende deze".split()
)
"""Words before or behind a weekday that still mean the next such day."""
