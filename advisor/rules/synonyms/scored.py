"""Headings of the columns that the model scores, or that say when the interview is."""

from advisor.rules.columns import Field
from advisor.rules.synonyms.words import words

SCORED: dict[Field, tuple[str, ...]] = {
    Field.START: words("""
        interview, interview date/time, interview date and time, interview datetime, interview on
        interview start, interview start time, date of interview, interview day, interview scheduled
        starts on, scheduled on, scheduled for, scheduled date, when, slot, date/time, date and time
        datetime, next interview, next interview date, interview slot, date interview, interview at
        vorstellungsgespräch, vorstellungsgespräch am, bewerbungsgespräch, gespräch am
        gesprächstermin, interviewtermin, interview am, datum des gesprächs, datum interview, termin
        entretien, date d'entretien, date de l'entretien, entretien le, date entretien
        date et heure, rendez-vous, entrevista, fecha de entrevista, fecha de la entrevista
        fecha entrevista, día de la entrevista, fecha y hora, colloquio, data colloquio
        data del colloquio, data e ora, appuntamento, gesprek, sollicitatiegesprek, datum gesprek
        gespreksdatum, interviewdatum, datum en tijd, data da entrevista, data entrevista
        data e hora, 面试时间, 面试日期, 面接日, 面接日時, дата собеседования, собеседование
    """),
    Field.REPLY_BY: words("""
        respond by, response by, rsvp, rsvp by, answer by, rsvp deadline, rsvp date, reply deadline
        response deadline, answer deadline, respond before, reply before, reply due, response due
        answer due, decide by, decision by, confirm by, reply until, reply by date, respond by date
        antwort bis, antworten bis, rückmeldung bis, antwortfrist, zusage bis, bescheid bis
        rückmeldefrist, répondre avant, répondre avant le, réponse avant, réponse avant le
        date limite de réponse, réponse pour le, responder antes de, responder antes del
        respuesta antes de, fecha límite de respuesta, plazo de respuesta, contestar antes de
        rispondere entro, risposta entro, rispondere entro il, scadenza risposta, antwoord voor
        antwoorden voor, reageren voor, reactie voor, uiterste reactiedatum, antwoord uiterlijk
        responder até, resposta até, prazo de resposta, 回复截止, 回复截止日期, 返信期限
        ответить до
    """),
    Field.INTERVIEW_HOURS: words("""
        interview length, interview duration, length of interview, duration of interview, duration
        hours of interview, interview h, interview hrs, gesprächsdauer, interviewdauer, dauer
        dauer des gesprächs, gesprächsstunden, durée, durée de l'entretien, durée entretien
        heures d'entretien, duración, duración de la entrevista, horas de entrevista, durata
        durata colloquio, durata del colloquio, ore di colloquio, duur, gespreksduur
        duur gesprek, duração, duração da entrevista, 面试时长
    """),
    Field.TRAVEL_HOURS: words("""
        travel, travel time, travelling time, hours of travel, journey, journey time, trip time
        round trip, travel h, travel hrs, reisezeit, anfahrt, fahrzeit, fahrtzeit, anreise
        reisestunden, reisedauer, trajet, temps de trajet, déplacement, heures de trajet
        durée du trajet, tiempo de viaje, viaje, desplazamiento, horas de viaje, viaggio
        tempo di viaggio, ore di viaggio, trasferta, reistijd, reisuren, reisduur, viagem
        tempo de viagem, horas de viagem, deslocamento, 路程时间
    """),
    Field.PREP_HOURS_NEEDED: words("""
        prep, prep hours, prep time, prep hrs, prep needed, preparation, preparation hours
        preparation time, preparation needed, hours to prepare, time to prepare, hours of prep
        prep hours required, vorbereitung, vorbereitungszeit, vorbereitungsstunden
        vorbereitungsaufwand, stunden vorbereitung, préparation, temps de préparation
        heures de préparation, préparation nécessaire, preparación, horas de preparación
        tiempo de preparación, preparazione, ore di preparazione, tempo di preparazione
        voorbereiding, voorbereidingstijd, voorbereidingsuren, uren voorbereiding, preparação
        horas de preparação, tempo de preparação, 准备时间, 準備時間
    """),
    Field.PREP_HOURS_WILLING: words("""
        will prepare, hours i will prepare, hours i will really prepare, willing hours
        willing to prepare, hours willing, prep willing, prep i will do, planned prep, prep planned
        planned prep hours, my prep hours, can prepare, hours i can prepare, werde vorbereiten
        vorbereitung geplant, geplante vorbereitung, bereit zur vorbereitung
        heures que je préparerai, préparation prévue, prêt à préparer, horas que prepararé
        preparación prevista, dispuesto a preparar, ore che preparerò, preparazione prevista
        disposto a preparare, zal voorbereiden, geplande voorbereiding, bereid voor te bereiden
        horas que vou preparar, preparação prevista, disposto a preparar
    """),
    Field.OTHER_COST_HOURS: words("""
        other cost, other costs, other hours, extra cost, extra costs, extra hours, hidden cost
        cost hours, additional hours, additional cost, sonstige kosten, sonstige stunden
        sonstiger aufwand, weitere stunden, zusatzaufwand, autres coûts, autre coût, autres heures
        coût supplémentaire, otros costes, otros costos, otras horas, coste adicional, altri costi
        altre ore, costi extra, overige kosten, overige uren, extra kosten, outros custos
        outras horas, custo extra
    """),
    Field.INTEREST: words("""
        excitement, excitement level, enthusiasm, want it, interest level, interest rating
        level of interest, my interest, candidate interest, how much i want it, desire, how keen
        interesse, begeisterung, mein interesse, interesse an der stelle, intérêt
        niveau d'intérêt, envie, enthousiasme, mon intérêt, interés, nivel de interés
        entusiasmo, mi interés, ganas, livello di interesse, il mio interesse, belangstelling
        mate van interesse, mijn interesse, nível de interesse, meu interesse, 兴趣, 感兴趣程度
        興味, интерес
    """),
    Field.UNKNOWN_SHARE: words("""
        unknown, unknowns, share unknown, how much is unknown, uncertainty, left open
        unknown part, unbekannt, unbekannter anteil, anteil unbekannt, ungewissheit, inconnu
        part d'inconnu, part inconnue, incertitude, desconocido, parte desconocida
        incertidumbre, incógnitas, ignoto, quota ignota, incertezza, sconosciuto, onbekend
        onbekend deel, onzekerheid, desconhecido, parte desconhecida, incerteza
    """),
    Field.CLOSENESS: words("""
        similarity, how close, close to target, how like my target, target match, close to goal
        like my target job, nähe, ähnlichkeit, passung, nähe zum wunschjob, proximité
        similarité, adéquation, ressemblance, cercanía, similitud, afinidad, encaje, vicinanza
        somiglianza, affinità, attinenza, gelijkenis, nabijheid, aansluiting, proximidade
        semelhança, afinidade, adequação
    """),
    Field.OFFER_CHANCE: words("""
        chance, chances, odds, likelihood, prob, probability, chance of offer, chance of an offer
        offer probability, probability of offer, offer odds, offer likelihood, my chances
        success probability, success chance, chancen, wahrscheinlichkeit, erfolgschance
        zusagechance, chance auf angebot, probabilité, probabilité d'offre, chances d'offre
        chance d'offre, probabilidad, posibilidades, probabilidad de oferta, probabilità
        possibilità, probabilità di offerta, kans, kansen, waarschijnlijkheid, kans op aanbod
        probabilidade, hipótese, probabilidade de oferta, 概率, 成功率, 可能性, вероятность, шансы
    """),
    Field.PAY: words("""
        salary, salary/rate, salary range, compensation, package, ctc, comp, base, base salary
        base pay, annual salary, yearly salary, wage, wages, pay range, pay rate, remuneration
        total comp, total compensation, expected salary, offered salary, compensation range
        salary per year, monthly salary, hourly rate, hourly pay, daily rate, day rate
        weekly pay, salary per month, gehalt, jahresgehalt, monatsgehalt, stundenlohn, vergütung
        lohn, bruttogehalt, gehaltsspanne, verdienst, entgelt, salaire, rémunération
        salaire annuel, salaire mensuel, salaire brut, paie, fourchette salariale, salario
        sueldo, remuneración, retribución, salario anual, salario mensual, salario bruto
        sueldo bruto, stipendio, retribuzione, ral, compenso, stipendio annuo
        stipendio mensile, salaris, loon, jaarsalaris, maandsalaris, brutosalaris
        salarisindicatie, uurloon, salário, remuneração, ordenado, vencimento, salário anual
        salário mensal, salário bruto, faixa salarial, 薪资, 工资, 薪水, 年薪, 月薪, 薪资范围, 給与
        年収, зарплата
    """),
    Field.PAY_CURRENCY: words("""
        currency, salary currency, currency code, ccy, currency of pay, währung, gehaltswährung
        devise, monnaie, moneda, divisa, valuta, moneta, munteenheid, moeda, 币种, 货币, 通貨
    """),
    Field.PAY_COVER: words("""
        cover, pay coverage, covers essentials, cover ratio, essentials covered, pays the bills
        pay to essentials, deckung, abdeckung, deckungsgrad, couverture, taux de couverture
        cobertura, copertura, dekking, dekkingsgraad
    """),
    Field.NEW_CONTACTS: words("""
        people to meet, new people, number of contacts, no of contacts, panel size, contacts to meet
        number of interviewers, people i would meet, neue kontakte, anzahl kontakte
        nouveaux contacts, nombre de contacts, nuevos contactos, contactos nuevos, nuovi contatti
        contatti nuovi, nieuwe contacten, aantal contacten, novos contatos, novos contactos
    """),
    Field.OTHER_OPENINGS: words("""
        other roles, other positions, other vacancies, other jobs there, number of openings
        openings, further openings, other open roles, weitere stellen, andere stellen
        offene stellen, autres postes, postes ouverts, otras vacantes, otros puestos
        altre posizioni, altri ruoli, andere vacatures, andere functies, outras vagas, outros cargos
    """),
    Field.COMPETITOR_OVERLAP: words("""
        overlap, competition overlap, rivalry, how directly it competes, überschneidung
        wettbewerbsüberschneidung, chevauchement, recouvrement, solapamiento, sovrapposizione
        overlapping, sobreposição
    """),
    Field.FIRST_CHOICE: words("""
        top choice, dream job, dream company, favourite, favorite, is first choice, number one
        top pick, 1st choice, erste wahl, favorit, wunschfirma, traumjob, premier choix, favori
        primera opción, primera elección, favorito, prima scelta, preferito, eerste keus
        eerste keuze, favoriet, primeira escolha, primeira opção
    """),
}
