"""Words by which a row says that it is no invite, or that the invite is over."""

from advisor.rules.synonyms.words import words

OVER = words("""
    declined, i declined, declined by me, offer declined, declined offer, turned down, withdrawn
    withdrew, i withdrew, application withdrawn, candidate withdrew, withdrawn by me, rejected
    rejection, rejected by me, rejected by them, application rejected, not selected
    no longer considered, not moving forward, offer accepted, accepted offer, position filled
    abgelehnt, absage, absage erhalten, abgesagt, zurückgezogen, bewerbung zurückgezogen
    angebot angenommen, stelle besetzt, refusé, refusée, décliné, retiré, candidature retirée
    candidature refusée, offre acceptée, offre refusée, poste pourvu, rechazado, rechazada
    declinado, retirado, retirada, candidatura retirada, oferta aceptada, oferta rechazada
    no seleccionado, descartado, rifiutato, rifiutata, declinato, ritirato, ritirata
    candidatura ritirata, offerta accettata, offerta rifiutata, scartato, afgewezen, afgezegd
    teruggetrokken, ingetrokken, aanbod geaccepteerd, aanbod afgewezen, recusado, recusada
    rejeitado, rejeitada, desistência, candidatura retirada, oferta aceite, oferta aceita
    proposta aceita, proposta recusada, 已拒绝, 被拒, 已放弃, 已接受offer
""")
"""Words of `status` that end an invite, at the beginning of the cell; the row is set aside."""

TOTALS = words("""
    total, totals, grand total, sub total, subtotal, subtotals, sum, sums, average, averages, avg
    mean, median, count, overall, summe, gesamt, gesamtsumme, zwischensumme, insgesamt
    durchschnitt, mittelwert, anzahl, somme, sous total, total général, moyenne, suma
    total general, promedio, totale, totale generale, somma, totaal, subtotaal, gemiddelde
    eindtotaal, soma, total geral, 合计, 总计, 小计, 合計, 小計, итого
""")
"""First words of a row of totals."""

UNITS = words("""
    text, string, date, time, datetime, number, yes no, yesno, y n, h, hr, hrs, hour, hours, std
    stunden, min, minutes, days, months, heures, horas, ore, uren, usd, eur, gbp, chf, cad, aud
    $, €, £, usd k, eur k, k usd, k eur, keur, kusd, k, tsd, pro jahr, per year, per month
    per hour, year, yearly, p a, percent, pct, prozent, %, unit, units, name, free text, currency
    1 5, 1 10, 0 1, 0 100, 0 10, yyyy mm dd, dd mm yyyy, mm dd yyyy, d m y, m d y, dd mm yy
    mm dd yy, tt mm jjjj, jj mm aaaa, dd mm aaaa, stars, points, score, rating, people, persons
""")
"""Cells of a row of units under the headings."""
